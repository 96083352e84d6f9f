package dev.storetwin.pricing;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What should this SKU cost in this channel now, so that it is gone in time?
 *
 * @param asOf       the moment the answer is for
 * @param returnCost what a sold unit is expected to cost by coming back, in the currency of its price; empty when nobody tells
 */
public record MarkdownQuestion(Sku sku, Channel channel, MarkdownWish wish, Instant asOf, OptionalDouble returnCost) {

    public MarkdownQuestion {
        if (returnCost.isPresent() && !(returnCost.getAsDouble() >= 0 && Double.isFinite(returnCost.getAsDouble()))) {
            throw new IllegalArgumentException(
                    "A unit of %s is expected to cost %s by coming back, expected 0 or more.\nMaybe a refund was counted as a cost with its sign."
                            .formatted(sku, returnCost.getAsDouble()));
        }
    }

    /** About something that nobody sends back, as far as is known. */
    public MarkdownQuestion(Sku sku, Channel channel, MarkdownWish wish, Instant asOf) {
        this(sku, channel, wish, asOf, OptionalDouble.empty());
    }

    public Target target() {
        return Target.of(sku, channel);
    }
}
