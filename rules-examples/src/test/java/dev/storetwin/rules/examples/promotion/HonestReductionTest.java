package dev.storetwin.rules.examples.promotion;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.WEB;
import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.LowestPrice;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class HonestReductionTest {

    private static final RuleKit RULE = RuleKit.of("rules/promotion/honest-reduction.drl");

    @Test
    void blocks_what_stood_there_within_the_month() {
        assertThat(RULE.given(new LowestPrice(MUG, WEB, euro("15.00")))
                        .check(promotion("15.00", 7))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_pass_what_is_cheaper_than_the_whole_month() {
        assertThat(RULE.given(new LowestPrice(MUG, WEB, euro("15.00")))
                        .check(promotion("14.99", 7))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
