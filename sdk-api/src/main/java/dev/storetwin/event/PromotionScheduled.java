package dev.storetwin.event;

import dev.storetwin.type.Channel;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A campaign will run, runs or ran.
 *
 * @param skus     what it covers; empty means everything
 * @param channels where; empty means everywhere
 * @param from     first moment
 * @param until    first moment after it
 * @param discount as a share of the price, 0.2 for 20 % off, when it is a reduction
 */
public record PromotionScheduled(
        EventHeader header,
        PromotionId promotion,
        String name,
        Set<Sku> skus,
        Set<Channel> channels,
        Instant from,
        Optional<Instant> until,
        Optional<BigDecimal> discount)
        implements CatalogEvent {

    public PromotionScheduled {
        skus = Set.copyOf(skus);
        channels = Set.copyOf(channels);
    }
}
