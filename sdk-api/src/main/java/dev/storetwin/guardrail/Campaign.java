package dev.storetwin.guardrail;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;

/**
 * A promotion of a SKU that the shop has on file: one that is planned, runs, or ended within the last 90 days.
 *
 * @param from  first moment
 * @param until first moment after it; {@link Instant#MAX} where it has no end
 */
public record Campaign(Sku sku, Channel channel, String name, Instant from, Instant until) implements Fact {

    /** Days of 24 hours from its end to a later moment; negative when it ends after that. */
    public double daysBefore(Instant moment) {
        return until.equals(Instant.MAX)
                ? Double.NEGATIVE_INFINITY
                : Duration.between(until, moment).toMinutes() / 1440.0;
    }
}
