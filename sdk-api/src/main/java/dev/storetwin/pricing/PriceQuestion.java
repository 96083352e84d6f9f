package dev.storetwin.pricing;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;

/**
 * What should this SKU cost in this channel?
 *
 * @param asOf the moment the answer is for
 */
public record PriceQuestion(Sku sku, Channel channel, Instant asOf) {

    public Target target() {
        return Target.of(sku, channel);
    }
}
