package dev.storetwin.testing;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.proposal.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A decision told in lines: what was decided, why, what else there was and what the guardrails said to each. */
final class DecisionStory {

    private DecisionStory() {}

    static String of(Decision<?> decision) {
        var lines = new ArrayList<String>();
        lines.add("%s about %s as of %s: %s"
                .formatted(
                        decision.capability(),
                        decision.target(),
                        decision.asOf(),
                        decision.status().label()));
        lines.add("  to do:      " + decision.action().map(Action::describe).orElse("nothing"));
        decision.pending().ifPresent(it -> lines.add("  waits:      " + it.describe()));
        section(lines, "reasons", decision.reasons());
        section(
                lines,
                "evidence",
                decision.evidence().stream().map(Object::toString).toList());
        section(
                lines,
                "alternatives by %s, in %s"
                        .formatted(
                                decision.objective().name(),
                                decision.objective().unit()),
                alternatives(decision));
        section(
                lines,
                "rests on",
                decision.versions().entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .toList());
        return String.join("\n", lines);
    }

    private static void section(List<String> lines, String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("  " + title + ":");
            items.forEach(it -> lines.add("    " + it.replace("\n", "\n      ")));
        }
    }

    /** In a generic method of its own, since each alternative is of the decision's kind of action. */
    private static <A extends Action> List<String> alternatives(Decision<A> decision) {
        var lines = new ArrayList<String>();
        for (var alternative : decision.alternatives()) {
            boolean chosen = alternative.proposed().equals(decision.chosen().proposed());
            lines.add((chosen ? "* " : "  ") + alternative(alternative));
            alternative.hits().forEach(it -> lines.add("             by '%s': %s".formatted(it.rule(), it.reason())));
        }
        return lines;
    }

    private static String alternative(JudgedAlternative<?> alternative) {
        var verdict = alternative.verdict();
        var instead = alternative.action().equals(alternative.proposed().action())
                ? ""
                : " to " + alternative.action().map(Action::describe).orElse("nothing");
        return String.format(
                Locale.ROOT,
                "%10.2f  %s: %s%s (taken with probability %.2f)",
                alternative.proposed().expectedValue(),
                alternative.proposed().describe(),
                verdict.severity().name().toLowerCase(Locale.ROOT),
                instead,
                alternative.propensity());
    }
}
