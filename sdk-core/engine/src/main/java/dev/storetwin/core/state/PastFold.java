package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one document added at earlier moments, as far as it cannot be told from what it adds now.
 *
 * <p>How it works: the document is folded once for each moment at which anything happened to it, with what had happened by then. Whoever asks
 * as of a moment leaves out all entries that are dated later. What that reading lacks between two moments, or has too much, is a past entry.
 * Sales and returns are summed by day instead, and days are read whole: there it is enough to tell what a later day changed in an earlier one.
 */
final class PastFold {

    private final Entity id;
    private final Document document;
    private final Folding folding;
    private final List<LedgerEntry> present;
    private final List<LedgerEntry> past = new ArrayList<>();

    PastFold(Entity id, Document document, Folding folding, List<LedgerEntry> present) {
        this.id = id;
        this.document = document;
        this.folding = folding;
        this.present = present;
    }

    List<LedgerEntry> entries() {
        var moments = List.copyOf(document.moments());
        if (moments.size() > 1) {
            var told = told(moments);
            amend(moments, told);
            correct(moments.stream().map(EpochNanos::nanos).toList(), told);
        }
        return past.stream().filter(it -> !isHalf(it)).map(this::joined).toList();
    }

    /** An entry of no node that is told together with the one of a node. */
    private boolean isHalf(LedgerEntry entry) {
        return entry instanceof LedgerEntry.PastOfSku half
                && half.entry() instanceof LedgerEntry.Stock stock
                && stock.node().equals(StockAccount.UNASSIGNED)
                && past.stream().filter(it -> isOther(it, half, stock)).count() == 1
                && past.stream().filter(half::equals).count() == 1;
    }

    /** At a node, for the same time, and as much less as the other is more. */
    private static boolean isOther(LedgerEntry entry, LedgerEntry.PastOfSku half, LedgerEntry.Stock stock) {
        return entry instanceof LedgerEntry.PastOfSku other
                && other.entry() instanceof LedgerEntry.Stock at
                && !at.node().equals(StockAccount.UNASSIGNED)
                && at.sku().equals(stock.sku())
                && at.entry().equals(stock.entry())
                && other.from() == half.from()
                && other.until() == half.until()
                && other.times() == -half.times();
    }

    private LedgerEntry joined(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.PastOfSku other && other.entry() instanceof LedgerEntry.Stock at) {
            var none = new LedgerEntry.Stock(at.sku(), StockAccount.UNASSIGNED, at.entry());
            var half = new LedgerEntry.PastOfSku(none, other.from(), other.until(), -other.times());
            return !at.node().equals(StockAccount.UNASSIGNED) && past.contains(half) && isHalf(half)
                    ? new LedgerEntry.PastUnassigned(at, other.from(), other.until(), other.times())
                    : entry;
        }
        return entry;
    }

    private List<List<LedgerEntry>> told(List<Instant> moments) {
        var told = new ArrayList<List<LedgerEntry>>();
        for (var moment : moments.subList(0, moments.size() - 1)) {
            told.add(DocumentFold.present(id, document.asOf(moment), folding));
        }
        told.add(present);
        return told;
    }

    private record Day(Sku sku, Channel channel, long day) {}

    private static final Comparator<Day> IN_ORDER =
            Comparator.comparing(Day::sku).thenComparing(Day::channel).thenComparingLong(Day::day);

    private void amend(List<Instant> moments, List<List<LedgerEntry>> told) {
        Map<Day, Amendment.Amount> before = Map.of();
        for (int i = 0; i < told.size(); i++) {
            var after = sums(told.get(i));
            differences(before, after, moments.get(i));
            before = after;
        }
    }

    private static Map<Day, Amendment.Amount> sums(List<LedgerEntry> entries) {
        var sums = new TreeMap<Day, Amendment.Amount>(IN_ORDER);
        for (var entry : entries) {
            if (entry instanceof LedgerEntry.Sale sale) {
                var amount = new Amendment.Amount(sale.units().thousandths(), sale.revenue(), 0);
                sums.merge(new Day(sale.sku(), sale.channel(), sale.day()), amount, Amendment.Amount::plus);
            } else if (entry instanceof LedgerEntry.Return back) {
                var amount = new Amendment.Amount(0, 0, back.units().thousandths());
                sums.merge(new Day(back.sku(), back.channel(), back.day()), amount, Amendment.Amount::plus);
            }
        }
        return sums;
    }

    private void differences(Map<Day, Amendment.Amount> before, Map<Day, Amendment.Amount> after, Instant moment) {
        var days = new TreeSet<>(IN_ORDER);
        days.addAll(before.keySet());
        days.addAll(after.keySet());
        long today = folding.day(moment);
        for (var day : days) {
            var none = Amendment.Amount.ZERO;
            var change = after.getOrDefault(day, none).minus(before.getOrDefault(day, none));
            if (day.day() < today && !change.equals(none)) {
                var amendment = new Amendment(EpochNanos.nanos(moment), day.day(), change);
                past.add(new LedgerEntry.Amended(day.sku(), day.channel(), amendment));
            }
        }
    }

    /** A past entry that has begun. */
    private record Begun(long from, int times) {}

    private void correct(List<Long> moments, List<List<LedgerEntry>> told) {
        var open = new LinkedHashMap<LedgerEntry, Begun>();
        for (int i = 0; i < moments.size(); i++) {
            var missing = missing(told.get(i), moments.get(i));
            end(open, missing, moments.get(i));
            long from = moments.get(i);
            missing.forEach((entry, times) -> open.putIfAbsent(entry, new Begun(from, times)));
        }
    }

    /** What was told less what is read of the present, and how often. */
    private Map<LedgerEntry, Integer> missing(List<LedgerEntry> told, long moment) {
        var missing = new LinkedHashMap<LedgerEntry, Integer>();
        told.forEach(it -> count(it, 1, missing));
        present.stream().filter(it -> it.dated() <= moment).forEach(it -> count(it, -1, missing));
        missing.values().removeIf(it -> it == 0);
        return missing;
    }

    private static void count(LedgerEntry entry, int times, Map<LedgerEntry, Integer> counts) {
        if (entry.dated() != LedgerEntry.SUMMED) {
            counts.merge(entry.timeless(), times, Integer::sum);
        }
    }

    /** When all has happened nothing is missing, so every past entry ends. */
    private void end(Map<LedgerEntry, Begun> open, Map<LedgerEntry, Integer> missing, long until) {
        for (var each = open.entrySet().iterator(); each.hasNext(); ) {
            var entry = each.next();
            if (missing.getOrDefault(entry.getKey(), 0) != entry.getValue().times()) {
                add(entry.getKey(), entry.getValue(), until);
                each.remove();
            }
        }
    }

    private void add(LedgerEntry entry, Begun begun, long until) {
        past.add(
                entry instanceof LedgerEntry.OfSku ofSku
                        ? new LedgerEntry.PastOfSku(ofSku, begun.from(), until, begun.times())
                        : new LedgerEntry.Past(entry, begun.from(), until, begun.times()));
    }
}
