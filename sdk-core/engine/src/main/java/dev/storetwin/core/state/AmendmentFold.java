package dev.storetwin.core.state;

import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When an order's sales changed after it was placed, and by how much.
 *
 * <p>How it works: the order is folded once for each moment at which anything happened to it, with what had happened by then. What one moment
 * differs from the one before is an amendment. The first moment is none: its sales came with the day itself.
 */
final class AmendmentFold {

    private record Day(Sku sku, Channel channel, long day) {}

    private static final Comparator<Day> IN_ORDER =
            Comparator.comparing(Day::sku).thenComparing(Day::channel).thenComparingLong(Day::day);

    private record Amount(long units, long revenue) {

        static final Amount ZERO = new Amount(0, 0);

        Amount plus(Amount other) {
            return new Amount(Math.addExact(units, other.units), Math.addExact(revenue, other.revenue));
        }

        Amount minus(Amount other) {
            return new Amount(Math.subtractExact(units, other.units), Math.subtractExact(revenue, other.revenue));
        }
    }

    private final OrderId order;
    private final Document document;
    private final Folding folding;

    AmendmentFold(OrderId order, Document document, Folding folding) {
        this.order = order;
        this.document = document;
        this.folding = folding;
    }

    List<LedgerEntry> entries() {
        var entries = new ArrayList<LedgerEntry>();
        var placed = document.history(OrderPlaced.class);
        if (!placed.isEmpty() && canChange(placed)) {
            amend(entries);
        }
        return entries;
    }

    private boolean canChange(List<OrderPlaced> placed) {
        return placed.size() > 1
                || !document.history(OrderCancelled.class).isEmpty()
                || !document.history(OrderEdited.class).isEmpty();
    }

    private void amend(List<LedgerEntry> entries) {
        Map<Day, Amount> before = Map.of();
        boolean hasBegun = false;
        for (var moment : moments()) {
            var after = sales(moment);
            if (hasBegun) {
                differences(before, after, moment, entries);
            }
            hasBegun |= !after.isEmpty();
            before = after;
        }
    }

    private SortedSet<Instant> moments() {
        var moments = new TreeSet<Instant>();
        document.history(TwinEvent.class).forEach(it -> moments.add(it.header().occurredAt()));
        return moments;
    }

    private Map<Day, Amount> sales(Instant moment) {
        var sales = new TreeMap<Day, Amount>(IN_ORDER);
        for (var sale : new OrderFold(order, document.asOf(moment), folding).sales()) {
            var amount = new Amount(sale.units().thousandths(), sale.revenue());
            sales.merge(new Day(sale.sku(), sale.channel(), sale.day()), amount, Amount::plus);
        }
        return sales;
    }

    private static void differences(
            Map<Day, Amount> before, Map<Day, Amount> after, Instant moment, List<LedgerEntry> entries) {
        var days = new TreeSet<>(IN_ORDER);
        days.addAll(before.keySet());
        days.addAll(after.keySet());
        for (var day : days) {
            var change = after.getOrDefault(day, Amount.ZERO).minus(before.getOrDefault(day, Amount.ZERO));
            if (!change.equals(Amount.ZERO)) {
                var amendment = new Amendment(EpochNanos.nanos(moment), day.day(), change.units(), change.revenue());
                entries.add(new LedgerEntry.Amended(day.sku(), day.channel(), amendment));
            }
        }
    }
}
