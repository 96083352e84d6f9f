package dev.storetwin.rules.examples.promotion;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class StockForPromotionTest {

    private static final RuleKit RULE = RuleKit.of("rules/promotion/stock-for-promotion.drl");

    @Test
    void blocks_a_promotion_that_would_run_out() {
        assertThat(RULE.given(new StockCover(MUG, 40, 13.9))
                        .check(promotion("15.00", 7))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_promotion_pass_that_lasts_at_twice_the_pace() {
        assertThat(RULE.given(new StockCover(MUG, 40, 14))
                        .check(promotion("15.00", 7))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
