package dev.storetwin.core.state;

import dev.storetwin.state.DemandView;
import dev.storetwin.state.SalesHistory;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The sales, read from their accounts, with the in-stock flag joined from the stock. */
final class ShopDemand implements DemandView {

    private static final double THOUSANDTHS = 1_000;
    private static final double REVENUE_UNITS = 10_000;

    private final Reading reading;
    private final Names names;
    private final Folding folding;

    ShopDemand(Reading reading, Names names, Folding folding) {
        this.reading = reading;
        this.names = names;
        this.folding = folding;
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return date(reading.firstDay());
    }

    @Override
    public Optional<LocalDate> lastDay() {
        return date(reading.lastDay());
    }

    private static Optional<LocalDate> date(OptionalLong day) {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day.getAsLong()));
    }

    @Override
    public List<Channel> channels(Sku sku) {
        return names.books(sku)
                .flatMap(it -> it.sales().keys().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public SalesHistory sales(Sku sku, Channel channel, LocalDate from, LocalDate until) {
        return history(
                sku,
                names.books(sku).flatMap(it -> Optional.ofNullable(it.sales().get(channel)).stream()),
                from,
                until);
    }

    @Override
    public SalesHistory sales(Sku sku, LocalDate from, LocalDate until) {
        return history(sku, names.books(sku).flatMap(it -> it.sales().things().stream()), from, until);
    }

    @Override
    public double units(Sku sku, Channel channel, LocalDate from, LocalDate until) {
        return Arrays.stream(sums(sku, channel, from, until).first).sum() / THOUSANDTHS;
    }

    @Override
    public double[] unitsByDay(Sku sku, Channel channel, LocalDate from, LocalDate until) {
        return scaled(sums(sku, channel, from, until).first, THOUSANDTHS);
    }

    private DailyAccount.Sums sums(Sku sku, Channel channel, LocalDate from, LocalDate until) {
        var sums = new DailyAccount.Sums(days(from, until));
        names.books(sku)
                .flatMap(it -> Optional.ofNullable(it.sales().get(channel)).stream())
                .forEach(it -> it.addTo(sums, from.toEpochDay()));
        return sums;
    }

    private static int days(LocalDate from, LocalDate until) {
        return Math.toIntExact(Math.max(0, until.toEpochDay() - from.toEpochDay()));
    }

    private SalesHistory history(Sku sku, Stream<DailyAccount> accounts, LocalDate from, LocalDate until) {
        int days = days(from, until);
        var sums = new DailyAccount.Sums(days);
        accounts.forEach(it -> it.addTo(sums, from.toEpochDay()));
        return new SalesHistory(
                from,
                scaled(sums.first, THOUSANDTHS),
                scaled(sums.second, REVENUE_UNITS),
                scaled(sums.third, THOUSANDTHS),
                inStock(sku, from, days));
    }

    private boolean[] inStock(Sku sku, LocalDate from, int days) {
        var stock = names.books(sku).map(SkuBook::stock).toList();
        long first = from.toEpochDay();
        return folding.inStock().of(sku, stock, first, days, () -> inStock(stock, first, days));
    }

    /** Judged by what happened before the end of the days: a later count says nothing of them. */
    private boolean[] inStock(List<Shelf<NodeId, StockAccount>> stock, long first, int days) {
        var nodes = new ArrayList<List<StockEntry>>();
        var unassigned = new ArrayList<List<StockEntry>>();
        stock.forEach(it -> it.forEach(
                (node, account) -> (node.equals(StockAccount.UNASSIGNED) ? unassigned : nodes).add(account.entries())));
        var starts = folding.starts(first, first + days + 1);
        var inStock = new long[days];
        new StockDays(nodes, unassigned, starts.nanos(first + days)).fill(starts, first, inStock, new long[days], 0);
        return flags(inStock);
    }

    private static boolean[] flags(long[] ones) {
        var flags = new boolean[ones.length];
        for (int i = 0; i < ones.length; i++) {
            flags[i] = ones[i] == 1;
        }
        return flags;
    }

    private static double[] scaled(long[] sums, double scale) {
        var scaled = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            scaled[i] = sums[i] / scale;
        }
        return scaled;
    }
}
