package dev.storetwin.drools;

import dev.storetwin.guardrail.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What is odd about rules that can be compiled: two that say the same, two that contradict each other, one that never fires. */
final class RuleDoubts {

    private record Placed(CheckedFile file, CheckedRule rule, PlainRule plain) {

        Finding finding(String problem, String hint) {
            return file.file().finding(rule.descr(), problem, hint);
        }

        String place() {
            var at = finding("", "");
            return "'%s' at %s:%d".formatted(rule.name(), at.file(), at.line());
        }
    }

    private RuleDoubts() {}

    static List<Finding> of(List<CheckedFile> files) {
        var findings = new ArrayList<Finding>();
        var byConditions = new LinkedHashMap<List<String>, List<Placed>>();
        for (var file : files) {
            for (var rule : file.rules()) {
                var placed = new Placed(file, rule, PlainRule.of(file.file(), rule));
                findings.addAll(Contradictions.of(file.file(), placed.plain()));
                var alike = byConditions.computeIfAbsent(placed.plain().conditions(), it -> new ArrayList<>());
                alike.stream().findFirst().ifPresent(first -> compare(first, placed, findings));
                alike.add(placed);
            }
        }
        return findings.stream().sorted().toList();
    }

    private static void compare(Placed first, Placed other, List<Finding> findings) {
        if (first.plain().consequence().equals(other.plain().consequence())) {
            findings.add(other.finding(
                    "The rule '%s' says the same as %s.".formatted(other.rule().name(), first.place()),
                    "Maybe delete one of the two."));
        } else if (!first.plain().words().equals(other.plain().words())) {
            findings.add(other.finding(
                    "The rule '%s' fires exactly when %s does, but that says %s and this %s."
                            .formatted(
                                    other.rule().name(),
                                    first.place(),
                                    String.join(" and ", first.plain().words()),
                                    String.join(" and ", other.plain().words())),
                    "The strictest word wins: maybe one of the two is left over."));
        } else if (!first.plain().adjustments().equals(other.plain().adjustments())) {
            findings.add(other.finding(
                    "The rule '%s' fires exactly when %s does, but adjusts to something else."
                            .formatted(other.rule().name(), first.place()),
                    "Maybe one of the two is left over."));
        }
    }
}
