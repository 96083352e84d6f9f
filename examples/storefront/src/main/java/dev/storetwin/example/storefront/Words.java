package dev.storetwin.example.storefront;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.proposal.Action;
import java.util.Comparator;
import java.util.Locale;

/** Puts a decision into words: what, why, and what the rules said about everything else that could be done. */
final class Words {

    private Words() {}

    static <A extends Action> String of(Decision<A> decision) {
        var words = new StringBuilder();
        words.append("%s %s%n".formatted(decision.id(), decision.status()));
        words.append("%s: %s%n".formatted(decision.target(), decision.chosen().outcome().describe()));
        decision.pending().ifPresent(it -> words.append("waits for a yes: %s%n".formatted(it.describe())));
        decision.reasons().forEach(it -> words.append("- %s%n".formatted(it)));
        words.append("%nAlternatives, the best first:%n");
        decision.alternatives().stream()
                .sorted(Comparator.comparingDouble((JudgedAlternative<A> it) -> it.proposed().expectedValue()).reversed())
                .forEach(it -> words.append(line(it)));
        return words.toString();
    }

    private static String line(JudgedAlternative<?> it) {
        return String.format(
                Locale.ROOT,
                "%10.2f  %-30s %s  %s%n",
                it.proposed().expectedValue(),
                it.proposed().describe(),
                it.verdict().severity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                it.verdict().reason());
    }
}
