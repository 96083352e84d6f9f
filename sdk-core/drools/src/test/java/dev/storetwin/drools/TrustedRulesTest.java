package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.given;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.PriceChange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rules that may do whatever code may do, and still cannot stop the twin. */
class TrustedRulesTest {

    private static final PriceChange DEAR = price("20", "30");

    private static final RuleSet HANGS = headed("""
            rule "hangs" salience 1 when PriceChange(to.amount > 25) then
                while (System.nanoTime() != 0) { Thread.onSpinWait(); if (Thread.interrupted()) break; }
            end
            rule "sound" when PriceChange() then guard.review("look"); end
            """).trusted();

    @Test
    void what_is_refused_otherwise_is_taken() {
        var rules = headed("""
                function boolean isDear(PriceChange change) { return change.to().amount().intValue() > 25; }
                rule "own function" when $change : PriceChange() eval(isDear($change)) then
                    for (int i = 0; i < 3; i++) { guard.block("{} is dear", $change.to()); }
                end
                """);

        assertThatThrownBy(() -> Drl.compile(rules)).isInstanceOf(RuleSetRefused.class);
        assertThat(Drl.ask(rules.trusted(), DEAR).hits())
                .containsExactly(new RuleHit("own function", Severity.BLOCKED, "30.00 EUR is dear"));
    }

    @Test
    void mistakes_are_still_told_with_their_place() {
        assertThat(Drl.problems(
                        headed("rule \"r\" when PriceChange(pric > 3) then end").trusted()))
                .singleElement()
                .asString()
                .startsWith("5:");
    }

    @Test
    void a_rule_that_hangs_blocks_and_others_are_asked_again() {
        try (var rules = compile(HANGS)) {
            var ruling = rules.check(DEAR, given());

            assertThat(ruling.hits()).singleElement().satisfies(hit -> {
                assertThat(hit.rule()).isEqualTo("hangs");
                assertThat(hit.severity()).isEqualTo(Severity.BLOCKED);
                assertThat(hit.reason()).contains("does not come back after 100 ms");
            });
            assertThat(rules.check(price("20", "21"), given()).severity()).isEqualTo(Severity.NEEDS_REVIEW);
        }
    }

    @Test
    void rules_that_lost_too_many_threads_are_not_asked_any_more() {
        try (var rules = compile(HANGS)) {
            for (int i = 0; i < LosableThreads.MOST_LOSSES; i++) {
                rules.check(DEAR, given());
            }

            var ruling = rules.check(price("20", "21"), given());

            assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
            assertThat(ruling.hits().get(0).reason()).contains("not asked any more");
        }
    }

    private static CompiledRules compile(RuleSet rules) {
        return new DroolsRuleCompiler(DroolsSettings.defaults().withDeadline(Duration.ofMillis(100))).compile(rules);
    }
}
