package dev.storetwin.core.pricing.response;

import static java.util.Objects.requireNonNull;

import dev.storetwin.core.pricing.elasticity.PricePanel;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Everything that one state says about prices and what was sold at them, in whole weeks before a Monday.
 *
 * <p>A history is read when it is needed and not kept, so that a large shop does not have to fit into memory as arrays. Of a very large one
 * the best sellers are looked at, one by one: what sells little says little of its own.
 */
public final class PriceRecord {

    /** A SKU in a channel. */
    public record Sold(Sku sku, Channel channel) implements Comparable<Sold> {

        private static final Comparator<Sold> ORDER =
                Comparator.comparing(Sold::sku).thenComparing(Sold::channel);

        @Override
        public int compareTo(Sold other) {
            return ORDER.compare(this, other);
        }

        /** The name of its series. */
        public String series() {
            return "%s in %s".formatted(sku, channel);
        }
    }

    private static final String NO_CATEGORY = "";
    private static final int MOST_SERIES = 4_000;
    private static final int THURSDAY = 3;
    private static final int RECENT_DAYS = 28;

    private final TwinState state;
    private final LocalDate from;
    private final LocalDate until;

    private PriceRecord(TwinState state, LocalDate from, LocalDate until) {
        this.state = state;
        this.from = from;
        this.until = until;
    }

    /**
     * Whole weeks before a Monday, as far back as days go or the shop has sold.
     *
     * @param until a Monday
     */
    public static PriceRecord of(TwinState state, LocalDate until, int historyDays) {
        int days = ChannelTide.WEEK * (historyDays / ChannelTide.WEEK);
        var earliest = until.minusDays(days);
        var from = state.demand()
                .firstDay()
                .map(PriceRecord::mondayFrom)
                .filter(it -> it.isAfter(earliest))
                .map(it -> it.isAfter(until) ? until : it)
                .orElse(earliest);
        return new PriceRecord(state, from, until);
    }

    /** That Monday or the next: a first week that begins in the middle would look like a poor one. */
    private static LocalDate mondayFrom(LocalDate day) {
        return day.plusDays((ChannelTide.WEEK - (day.getDayOfWeek().getValue() - 1)) % ChannelTide.WEEK);
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate until() {
        return until;
    }

    private int weeks() {
        return (int) ((until.toEpochDay() - from.toEpochDay()) / ChannelTide.WEEK);
    }

    /**
     * 128 bits of all that this record reads of a SKU, in all channels: the same for two states that say the same. Of one that never sold, or is
     * another's alias, there is none.
     */
    public Fingerprint fingerprint(Sku sku) {
        if (!state.catalog().resolve(sku).equals(sku)
                || state.demand().channels(sku).isEmpty()) {
            return Fingerprint.none();
        }
        var fingerprint = new Fingerprint();
        fingerprint.add(sku.value()).add(category(state, sku));
        for (var channel : state.catalog().channels(sku)) {
            weeks(new Sold(sku, channel)).addTo(fingerprint);
        }
        return fingerprint;
    }

    /** Every SKU that the shop knows. */
    public List<Sku> skus() {
        return state.catalog().skus();
    }

    /** What is looked at, in order: what ever sold, or of a very large shop the best sellers. */
    private List<Sold> sellers() {
        record Seller(Sold sold, double units) {}
        var best = new TreeSet<>(
                Comparator.comparingDouble(Seller::units).reversed().thenComparing(Seller::sold));
        for (var sku : skus()) {
            for (var channel : state.catalog().channels(sku)) {
                double units = state.demand().units(sku, channel, from, until);
                if (units > 0) {
                    best.add(new Seller(new Sold(sku, channel), units));
                }
                if (best.size() > MOST_SERIES) {
                    best.pollLast();
                }
            }
        }
        return best.stream().map(Seller::sold).sorted().toList();
    }

    /**
     * The panel of all that is looked at, each SKU in each channel a series, grouped by category.
     *
     * @param consumer hears of the prices that each was seen at
     */
    public PricePanel panel(Map<Sold, SeenPrices> consumer) {
        var sellers = sellers();
        var tides = new TreeMap<Channel, ChannelTide>();
        sellers.forEach(it -> tides.computeIfAbsent(it.channel(), any -> new ChannelTide(weeks()))
                .add(sales(it)));
        var panel = PricePanel.builder(PricedWeeks.COLUMNS);
        for (var sold : sellers) {
            var weeks = weeks(sold);
            consumer.put(sold, weeks.seen());
            weeks.addTo(panel, requireNonNull(tides.get(sold.channel())), from);
        }
        return panel.build();
    }

    private PricedSales sales(Sold sold) {
        return PricedSales.of(state, sold.sku(), sold.channel(), from, until);
    }

    private PricedWeeks weeks(Sold sold) {
        var prices = state.catalog().priceHistory(sold.sku(), sold.channel());
        var currency = prices.isEmpty()
                ? state.currency()
                : prices.get(prices.size() - 1).price().currency();
        var moments = IntStream.range(0, weeks()).mapToObj(this::midweek).toList();
        var drawn = new DrawnPrices(state.commitments().tried(sold.sku(), sold.channel()), prices);
        return new PricedWeeks(
                sold.series(),
                category(state, sold.sku()),
                sales(sold),
                drawn.times(StandingPrices.costs(state.catalog().costHistory(sold.sku()), moments, currency), moments),
                StandingPrices.rivals(state.catalog().competitorPrices(sold.sku(), sold.channel()), moments, currency));
    }

    private Instant midweek(int week) {
        return from.plusWeeks(week)
                .plusDays(THURSDAY)
                .atTime(12, 0)
                .atZone(state.zone())
                .toInstant();
    }

    /** The price, on average, that demand of the last weeks was seen at: a geometric mean over days; empty when there were none. */
    public static OptionalDouble recentPrice(TwinState state, Sku sku, Channel channel, Instant asOf) {
        var today = asOf.atZone(state.zone()).toLocalDate();
        return PricedSales.of(state, sku, channel, today.minusDays(RECENT_DAYS), today)
                .meanPrice();
    }

    /** Empty for none. */
    public static String category(TwinState state, Sku sku) {
        return state.catalog().variant(sku).flatMap(Variant::category).orElse(NO_CATEGORY);
    }
}
