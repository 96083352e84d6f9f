package dev.storetwin.testing;

import dev.storetwin.core.guardrail.SheetCompiler;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleOutline;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.proposal.Action;
import dev.storetwin.testing.RuleCoverage.Untried;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers what rules were asked, and tells what was never tried.
 *
 * <p>How it works: a condition was false, and that mattered, when the rule did not fire but would have without it. So each condition is left out
 * once, and everything is asked again.
 */
final class RuleCoverageTaker {

    private final RuleSet ruleSet;
    private final SheetCompiler compiler;
    private final List<Asked> questions = new ArrayList<>();

    private record Asked(Action action, GuardrailContext context, Set<String> fired) {}

    RuleCoverageTaker(RuleSet ruleSet, SheetCompiler compiler) {
        this.ruleSet = ruleSet;
        this.compiler = compiler;
    }

    synchronized void asked(Action action, GuardrailContext context, List<String> fired) {
        questions.add(new Asked(action, context, Set.copyOf(fired)));
    }

    synchronized RuleCoverage report() {
        var rules = compiler.outline(ruleSet);
        var fired = new HashSet<String>();
        questions.forEach(it -> fired.addAll(it.fired()));
        var neverFired = rules.stream().filter(it -> !fired.contains(it.name())).toList();
        return new RuleCoverage(rules, neverFired, neverFalse(rules));
    }

    private List<Untried> neverFalse(List<RuleOutline> rules) {
        var probes = rules.stream()
                .flatMap(it -> it.conditions().stream())
                .map(RuleOutline.Condition::probe)
                .toList();
        if (probes.isEmpty()) {
            return List.of();
        }
        var set = new RuleSet(ruleSet.name(), probes, ruleSet.isTrusted());
        var mattered = new HashSet<String>();
        try (var compiled = compiler.compile(set)) {
            for (var question : questions) {
                var woken = new HashSet<String>();
                compiled.check(question.action(), question.context(), woken::add);
                rules.stream()
                        .filter(rule -> !question.fired().contains(rule.name()))
                        .flatMap(rule -> rule.conditions().stream())
                        .map(RuleOutline.Condition::probeName)
                        .filter(woken::contains)
                        .forEach(mattered::add);
            }
        }
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream()
                        .filter(it -> !mattered.contains(it.probeName()))
                        .map(it -> new Untried(rule, it)))
                .toList();
    }
}
