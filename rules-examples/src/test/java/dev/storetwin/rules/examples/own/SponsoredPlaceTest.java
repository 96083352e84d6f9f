package dev.storetwin.rules.examples.own;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.ranking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.myshop.facts.Sponsorship;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.drools.DroolsRuleCompiler;
import dev.storetwin.drools.DroolsSettings;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

/** A rule over a fact of the shop's own, whose package is allowed by name. */
class SponsoredPlaceTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("own/sponsored-place.drl");
    private static final DroolsRuleCompiler COMPILER =
            new DroolsRuleCompiler(DroolsSettings.defaults().allowing("com.myshop.facts"));
    private static final RuleKit RULE = RuleKit.of(RULES, COMPILER);

    @Test
    void adjusts_a_sponsored_thing_to_the_fourth_place() {
        var ruling = RULE.given(new Sponsorship(MUG, "mugs", "acme")).check(ranking("mugs", 1));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(ranking("mugs", 4));
    }

    @Test
    void lets_the_fourth_place_and_other_pages_pass() {
        var sponsored = RULE.given(new Sponsorship(MUG, "mugs", "acme"));

        assertThat(sponsored.check(ranking("mugs", 4)).severity()).isEqualTo(Severity.ALLOWED);
        assertThat(sponsored.check(ranking("home", 1)).severity()).isEqualTo(Severity.ALLOWED);
    }

    @Test
    void a_twin_takes_the_rule_with_this_compiler_alone() {
        assertThatThrownBy(() -> StoreTwin.builder().guardrails(RULES).build())
                .isInstanceOf(RuleSetRefused.class)
                .hasMessageContaining("sponsored-place.drl:4:");
        try (var twin =
                StoreTwin.builder().ruleCompiler(COMPILER).guardrails(RULES).build()) {
            assertThat(twin.rules().inForce()).contains(RULES);
        }
    }
}
