package dev.storetwin.core;

import dev.storetwin.core.decision.GuardedDecider;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.PriceQuestion;
import java.util.Optional;
import java.util.OptionalDouble;

/** A question about a price in words, as far as the target and the moment of a decision do not tell it, and back. */
final class AskedPrice {

    private static final String RETURNS = "return cost of a unit ";

    private AskedPrice() {}

    /** For example {@code return cost of a unit 0.35}; empty where nobody tells what returns cost. */
    static String words(PriceQuestion question) {
        return question.returnCost().isPresent()
                ? RETURNS + question.returnCost().getAsDouble()
                : "";
    }

    /** What was asked; empty for a decision that is not about a SKU in a channel. */
    static Optional<PriceQuestion> of(Decision<?> decision) {
        var target = decision.target();
        return target.sku().flatMap(sku -> target.channel()
                .map(channel -> new PriceQuestion(sku, channel, decision.asOf(), returnCost(decision))));
    }

    private static OptionalDouble returnCost(Decision<?> decision) {
        var words = decision.versions().getOrDefault(GuardedDecider.QUESTION, "");
        return words.startsWith(RETURNS)
                ? OptionalDouble.of(Double.parseDouble(words.substring(RETURNS.length())))
                : OptionalDouble.empty();
    }
}
