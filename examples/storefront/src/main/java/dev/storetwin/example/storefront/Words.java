package dev.storetwin.example.storefront;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.proposal.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;

/** Puts a decision into words: what, why, and what the rules said about everything else that could be done. */
final class Words {

    private Words() {}

    static <A extends Action> String of(Decision<A> decision) {
        var lines = new ArrayList<String>();
        lines.add("%s %s".formatted(decision.id(), decision.status()));
        lines.add("%s: %s"
                .formatted(decision.target(), decision.chosen().outcome().describe()));
        decision.pending().ifPresent(it -> lines.add("waits for a yes: " + it.describe()));
        decision.reasons().forEach(it -> lines.add("- " + it));
        lines.add("\nWhat could be done, the best first:");
        decision.alternatives().stream()
                .sorted(Comparator.comparingDouble(Words::value).reversed())
                .forEach(it -> lines.add(line(it)));
        return String.join("\n", lines);
    }

    private static double value(JudgedAlternative<?> alternative) {
        return alternative.proposed().expectedValue();
    }

    private static String line(JudgedAlternative<?> it) {
        var verdict = it.verdict().severity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return String.format(
                        Locale.ROOT,
                        "%10.2f  %-28s %-13s %s",
                        value(it),
                        it.proposed().describe(),
                        verdict,
                        it.verdict().reason())
                .stripTrailing();
    }
}
