package dev.storetwin.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was sold, day by day, and on which days it could be. */
public interface DemandView {

    /** First day with any sale of any SKU. */
    Optional<LocalDate> firstDay();

    /** Last day with any sale of any SKU. */
    Optional<LocalDate> lastDay();

    /** Channels that ever sold a SKU, in order. */
    List<Channel> channels(Sku sku);

    /** Days {@code from} to before {@code until} of one channel. Days without sales are zeros. */
    SalesHistory sales(Sku sku, Channel channel, LocalDate from, LocalDate until);

    /** The same over all channels. */
    SalesHistory sales(Sku sku, LocalDate from, LocalDate until);

    /** Units of one channel on each of the same days, whether it could be bought or not: much cheaper than {@code sales}. */
    double[] unitsByDay(Sku sku, Channel channel, LocalDate from, LocalDate until);

    /** Units of one channel in the same days, without looking at each of them: much cheaper than {@code sales}. */
    double units(Sku sku, Channel channel, LocalDate from, LocalDate until);
}
