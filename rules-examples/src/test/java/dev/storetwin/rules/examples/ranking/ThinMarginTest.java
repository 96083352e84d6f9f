package dev.storetwin.rules.examples.ranking;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.WEB;
import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.ranking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.CurrentPrice;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class ThinMarginTest {

    private static final RuleKit RULE = RuleKit.of("rules/ranking/thin-margin.drl", "rules/ranking/limits.csv");

    @Test
    void blocks_one_of_the_best_places_for_what_earns_little() {
        assertThat(RULE.given(new LandedCost(MUG, euro("8.01")), new CurrentPrice(MUG, WEB, euro("10.00")))
                        .check(ranking("mugs", 10))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_pass_what_earns_a_fifth_and_what_stands_further_down() {
        assertThat(RULE.given(new LandedCost(MUG, euro("8.00")), new CurrentPrice(MUG, WEB, euro("10.00")))
                        .check(ranking("mugs", 10))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
        assertThat(RULE.given(new LandedCost(MUG, euro("8.01")), new CurrentPrice(MUG, WEB, euro("10.00")))
                        .check(ranking("mugs", 11))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
