package dev.storetwin.rules.examples.ranking;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.ranking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class HomePageTest {

    private static final RuleKit RULE = RuleKit.of("rules/ranking/home-page.drl");

    @Test
    void blocks_clearance_on_the_home_page() {
        assertThat(RULE.given(new Category(MUG, "clearance"))
                        .check(ranking("home", 40))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_clearance_pass_on_its_own_page() {
        assertThat(RULE.given(new Category(MUG, "clearance"))
                        .check(ranking("sale", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
