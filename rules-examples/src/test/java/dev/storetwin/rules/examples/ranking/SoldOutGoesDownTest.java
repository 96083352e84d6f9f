package dev.storetwin.rules.examples.ranking;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.ranking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class SoldOutGoesDownTest {

    private static final RuleKit RULE = RuleKit.of("rules/ranking/sold-out-goes-down.drl", "rules/ranking/limits.csv");

    @Test
    void blocks_a_sold_out_thing_on_the_first_page() {
        assertThat(RULE.given(new StockCover(MUG, 0, 0))
                        .check(ranking("mugs", 24))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_the_last_mug_and_the_second_page_pass() {
        assertThat(RULE.given(new StockCover(MUG, 1, 0.5))
                        .check(ranking("mugs", 24))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
        assertThat(RULE.given(new StockCover(MUG, 0, 0))
                        .check(ranking("mugs", 25))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
