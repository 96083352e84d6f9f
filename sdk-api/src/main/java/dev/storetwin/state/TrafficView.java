package dev.storetwin.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.List;

/** How often shoppers looked at a SKU, put it into a cart and went to the checkout with it, day by day. */
public interface TrafficView {

    /** Channels in which shoppers ever met a SKU, in order. */
    List<Channel> channels(Sku sku);

    /** Days {@code from} to before {@code until} of one channel. Days without shoppers are zeros. */
    TrafficHistory traffic(Sku sku, Channel channel, LocalDate from, LocalDate until);

    /** The same over all channels. */
    TrafficHistory traffic(Sku sku, LocalDate from, LocalDate until);
}
