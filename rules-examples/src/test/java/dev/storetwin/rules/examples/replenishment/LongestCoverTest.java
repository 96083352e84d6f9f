package dev.storetwin.rules.examples.replenishment;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class LongestCoverTest {

    private static final RuleKit RULE =
            RuleKit.of("rules/replenishment/longest-cover.drl", "rules/replenishment/limits.csv");

    @Test
    void blocks_an_order_for_what_lasts_too_long_and_for_food_sooner() {
        assertThat(RULE.given(new StockCover(MUG, 900, 181)).check(order(24)).severity())
                .isEqualTo(Severity.BLOCKED);
        assertThat(RULE.given(new Category(MUG, "food"), new StockCover(MUG, 900, 31))
                        .check(order(24))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_an_order_pass_for_what_lasts_half_a_year() {
        assertThat(RULE.given(new StockCover(MUG, 900, 180)).check(order(24)).severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
