package dev.storetwin.drools;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Short words for tests about rules. */
final class Drl {

    /** The four lines that most files begin with. */
    static final String HEAD = """
            package rules
            import dev.storetwin.guardrail.*
            import dev.storetwin.pricing.PriceChange
            global Guard guard
            """;

    static final Sku MUG = Sku.of("MUG-1");
    static final Channel WEB = Channel.of("web");

    private Drl() {}

    /** One file {@code test.drl}: the head, then the rules from line 5. */
    static RuleSet headed(String rules) {
        return RuleSet.of("test.drl", HEAD + rules);
    }

    /** With a deadline that no busy machine reaches. */
    static CompiledRules compile(RuleSet rules) {
        return new DroolsRuleCompiler(DroolsSettings.defaults().withDeadline(Duration.ofMinutes(1))).compile(rules);
    }

    /** What is said of a file that is refused; nothing when it is taken. */
    static List<String> findings(RuleSet rules) {
        try {
            compile(rules).close();
            return List.of();
        } catch (RuleSetRefused refused) {
            return refused.findings().stream().map(Finding::toString).toList();
        }
    }

    /** The same as {@code line:column problem}, without hints. */
    static List<String> problems(RuleSet rules) {
        try {
            compile(rules).close();
            return List.of();
        } catch (RuleSetRefused refused) {
            return refused.findings().stream()
                    .map(it -> "%d:%d %s".formatted(it.line(), it.column(), it.problem()))
                    .toList();
        }
    }

    static PriceChange price(String from, String to) {
        return new PriceChange(MUG, WEB, Money.of(from, "EUR"), Money.of(to, "EUR"));
    }

    static LandedCost cost(String amount) {
        return new LandedCost(MUG, Money.of(amount, "EUR"));
    }

    static GuardrailContext given(Fact... facts) {
        return new GuardrailContext(Instant.parse("2025-03-03T10:00:00Z"), ZoneOffset.UTC, List.of(facts));
    }

    /** Compiles, asks once, closes. */
    static Ruling<PriceChange> ask(RuleSet rules, PriceChange action, Fact... facts) {
        try (var compiled = compile(rules)) {
            return compiled.check(action, given(facts));
        }
    }
}
