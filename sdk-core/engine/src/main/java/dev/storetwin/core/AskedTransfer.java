package dev.storetwin.core;

import dev.storetwin.core.decision.GuardedDecider;
import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question about a transfer in words, as far as the target and the moment of a decision do not tell it, and back. */
final class AskedTransfer {

    private static final Pattern WORDS = Pattern.compile("transfer(?: of at most (\\S+))?(?: from (.+))?");

    private AskedTransfer() {}

    /** For example {@code transfer of at most 12 from leipzig}. */
    static String words(TransferQuestion question) {
        return "transfer"
                + question.atMost().map(it -> " of at most " + it).orElse("")
                + question.from().map(it -> " from " + it).orElse("");
    }

    /** What was asked; empty for a decision about something else than a transfer. */
    static Optional<TransferQuestion> of(Decision<?> decision) {
        var words = WORDS.matcher(decision.versions().getOrDefault(GuardedDecider.QUESTION, ""));
        return words.matches()
                ? decision.target().sku().flatMap(sku -> decision.target()
                        .node()
                        .map(to -> new TransferQuestion(sku, from(words), to, atMost(words), decision.asOf())))
                : Optional.empty();
    }

    private static Optional<NodeId> from(Matcher words) {
        return Optional.ofNullable(words.group(2)).map(NodeId::of);
    }

    private static Optional<Quantity> atMost(Matcher words) {
        return Optional.ofNullable(words.group(1)).map(Quantity::of);
    }
}
