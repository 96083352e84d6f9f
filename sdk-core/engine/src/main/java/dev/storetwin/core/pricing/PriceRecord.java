package dev.storetwin.core.pricing;

import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Everything that one state says about prices and what was sold at them, in whole weeks.
 *
 * <p>It is walked twice: once for what moves all SKUs of a channel together, once SKU by SKU. Histories are read anew each time, so
 * that a large shop does not have to fit into memory as arrays.
 */
final class PriceRecord {

    private static final String NO_CATEGORY = "";

    private final TwinState state;
    private final LocalDate from;
    private final LocalDate until;
    private final Map<Channel, ChannelTide> tides = new TreeMap<>();
    private final Fingerprint fingerprint = new Fingerprint();

    private PriceRecord(TwinState state, LocalDate from, LocalDate until) {
        this.state = state;
        this.from = from;
        this.until = until;
        fingerprint.add(from.toEpochDay()).add(until.toEpochDay());
    }

    /**
     * Reads it once.
     *
     * @param until a Monday
     */
    static PriceRecord of(TwinState state, LocalDate until, int historyDays) {
        int days = ChannelTide.WEEK * (historyDays / ChannelTide.WEEK);
        var earliest = until.minusDays(days);
        var from = state.demand()
                .firstDay()
                .map(PriceRecord::mondayFrom)
                .filter(it -> it.isAfter(earliest))
                .map(it -> it.isAfter(until) ? until : it)
                .orElse(earliest);
        var record = new PriceRecord(state, from, until);
        record.walk(record::take);
        return record;
    }

    /** That Monday or the next: a first week that begins in the middle would look like a poor one. */
    private static LocalDate mondayFrom(LocalDate day) {
        return day.plusDays((ChannelTide.WEEK - (day.getDayOfWeek().getValue() - 1)) % ChannelTide.WEEK);
    }

    private void take(PricedSales sales) {
        sales.addTo(fingerprint);
        fingerprint.add(category(sales.sku()));
        tides.computeIfAbsent(sales.channel(), it -> new ChannelTide(weeks())).add(sales);
    }

    private int weeks() {
        return (int) ((until.toEpochDay() - from.toEpochDay()) / ChannelTide.WEEK);
    }

    private void walk(Consumer<PricedSales> visitor) {
        for (var sku : state.catalog().skus()) {
            for (var channel : state.catalog().channels(sku)) {
                visitor.accept(PricedSales.of(state, sku, channel, from, until));
            }
        }
    }

    /** Every SKU in every channel that it has a price in, in order, with its channel's tide. */
    void forEach(BiConsumer<PricedSales, ChannelTide> visitor) {
        walk(sales -> visitor.accept(sales, tides.getOrDefault(sales.channel(), new ChannelTide(weeks()))));
    }

    String category(Sku sku) {
        return category(state, sku);
    }

    static String category(TwinState state, Sku sku) {
        return state.catalog().variant(sku).flatMap(Variant::category).orElse(NO_CATEGORY);
    }

    /** Of all that was read: the same for two states that say the same. */
    String fingerprint() {
        return fingerprint.toString();
    }
}
