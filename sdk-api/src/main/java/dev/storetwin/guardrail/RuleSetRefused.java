package dev.storetwin.guardrail;

import java.util.List;
import java.util.stream.Collectors;

/** A rule set that cannot be used. It names every finding; the rules that were in force stay in force. */
public final class RuleSetRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    public RuleSetRefused(String ruleSet, List<Finding> findings) {
        super(message(ruleSet, findings));
        this.findings = findings.stream().sorted().toList();
    }

    private static String message(String ruleSet, List<Finding> findings) {
        var lines = findings.stream().sorted().map(Finding::toString).collect(Collectors.joining("\n"));
        return "Rule set '%s' is refused:\n%s".formatted(ruleSet, lines);
    }

    public List<Finding> findings() {
        return findings;
    }
}
