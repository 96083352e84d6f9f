package dev.storetwin.rules.examples.promotion;

import static dev.storetwin.rules.examples.Samples.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class LongestPromotionTest {

    private static final RuleKit RULE =
            RuleKit.of("rules/promotion/longest-promotion.drl", "rules/promotion/limits.csv");

    @Test
    void adjusts_a_promotion_to_four_weeks() {
        var ruling = RULE.given().check(promotion("15.00", 29));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(promotion("15.00", 28));
    }

    @Test
    void lets_four_weeks_pass() {
        assertThat(RULE.given().check(promotion("15.00", 28)).severity()).isEqualTo(Severity.ALLOWED);
    }
}
