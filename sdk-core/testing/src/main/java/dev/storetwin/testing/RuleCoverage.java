package dev.storetwin.testing;

import dev.storetwin.guardrail.RuleOutline;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tests of a rule set did not try.
 *
 * @param rules      all of the set
 * @param neverFired those whose conditions were never all true
 * @param neverFalse conditions that could be left out without any test noticing: none held its rule back
 */
public record RuleCoverage(List<RuleOutline> rules, List<RuleOutline> neverFired, List<Untried> neverFalse) {

    public RuleCoverage {
        rules = List.copyOf(rules);
        neverFired = List.copyOf(neverFired);
        neverFalse = List.copyOf(neverFalse);
    }

    /** A condition that no test saw false while all others of its rule were true. */
    public record Untried(RuleOutline rule, RuleOutline.Condition condition) {}

    /** In words: how much was tried and, on a line each with file, line and column, what was not. */
    @Override
    public String toString() {
        int conditions = rules.stream().mapToInt(it -> it.conditions().size()).sum();
        var summary = "%d of %d rules fired, %d of %d conditions held a rule back."
                .formatted(rules.size() - neverFired.size(), rules.size(), conditions - neverFalse.size(), conditions);
        var rulesLeft = neverFired.stream().map(it -> "%s:%d:%d: The rule '%s' never fired."
                .formatted(it.file(), it.line(), it.column(), it.name()));
        var conditionsLeft = neverFalse.stream().map(it -> "%s:%d:%d: In '%s' this was never false: %s"
                .formatted(
                        it.rule().file(),
                        it.condition().line(),
                        it.condition().column(),
                        it.rule().name(),
                        it.condition().text()));
        return Stream.of(Stream.of(summary), rulesLeft, conditionsLeft)
                .flatMap(it -> it)
                .collect(Collectors.joining("\n"));
    }
}
