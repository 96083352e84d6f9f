package dev.storetwin.rules.examples.ranking;

import static dev.storetwin.rules.examples.Samples.ranking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class OftenReturnedTest {

    private static final RuleKit RULE = RuleKit.of("rules/ranking/often-returned.drl", "rules/ranking/limits.csv");

    @Test
    void adjusts_what_often_comes_back_to_behind_the_best_places() {
        var ruling = RULE.given(new Figure("return_rate_91d", "MUG-1", 0.34)).check(ranking("mugs", 1));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(ranking("mugs", 11));
    }

    @Test
    void lets_pass_what_every_fourth_sends_back() {
        assertThat(RULE.given(new Figure("return_rate_91d", "MUG-1", 0.25))
                        .check(ranking("mugs", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
