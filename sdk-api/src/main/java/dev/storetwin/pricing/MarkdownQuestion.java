package dev.storetwin.pricing;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;

/**
 * What should this SKU cost in this channel now, so that it is gone in time?
 *
 * @param asOf the moment the answer is for
 */
public record MarkdownQuestion(Sku sku, Channel channel, MarkdownWish wish, Instant asOf) {

    public Target target() {
        return Target.of(sku, channel);
    }
}
