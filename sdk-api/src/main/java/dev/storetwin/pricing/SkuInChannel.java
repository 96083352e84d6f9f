package dev.storetwin.pricing;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.util.Comparator;

/** One SKU in one channel: what a price is for. In order of the SKU, then of the channel. */
public record SkuInChannel(Sku sku, Channel channel) implements Comparable<SkuInChannel> {

    private static final Comparator<SkuInChannel> ORDER =
            Comparator.comparing(SkuInChannel::sku).thenComparing(SkuInChannel::channel);

    public Target target() {
        return Target.of(sku, channel);
    }

    @Override
    public int compareTo(SkuInChannel other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return target().key();
    }
}
