package dev.storetwin.rules.examples.promotion;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class PromotionMarginTest {

    private static final RuleKit RULE = RuleKit.of("rules/promotion/promotion-margin.drl");

    @Test
    void blocks_a_promotion_that_earns_too_little() {
        assertThat(RULE.given(new LandedCost(MUG, euro("14.50")))
                        .check(promotion("15.22", 7))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_promotion_pass_that_earns_five_per_cent() {
        assertThat(RULE.given(new LandedCost(MUG, euro("14.50")))
                        .check(promotion("15.23", 7))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
