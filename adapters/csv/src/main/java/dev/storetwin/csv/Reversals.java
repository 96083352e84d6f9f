package dev.storetwin.csv;

import dev.storetwin.csv.LineTable.Field;
import dev.storetwin.type.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for everything that goes back the sale that it undoes.
 *
 * <p>How it works: in order of time, each reversal takes open units from earlier sales of the same SKU: first of the same order number, then of the same
 * customer, the latest sale first. A sale gives back what it sold and no more; what finds no sale is noted and left out, so demand never turns
 * negative. Sales of one key are a chain of lines, each pointing to the one before.
 */
final class Reversals {

    private static final int NONE = -1;

    /**
     * Units of one sale that one line takes back.
     *
     * @param reversal    the line that takes back
     * @param sale        the line that it undoes
     * @param thousandths how much
     */
    record Match(int reversal, int sale, long thousandths) {}

    private final SortedLines lines;
    private final LineTable table;
    private final NoteTaker notes;
    private final long[] open;
    private final Chains ofOrder;
    private final Chains ofCustomer;
    private final List<Match> matches = new ArrayList<>();

    private Reversals(SortedLines lines, NoteTaker notes) {
        this.lines = lines;
        this.table = lines.table();
        this.notes = notes;
        this.open = new long[table.size()];
        this.ofOrder = new Chains(table.size());
        this.ofCustomer = new Chains(table.size());
    }

    /** All matches, in order of time. */
    static List<Match> match(SortedLines lines, NoteTaker notes) {
        var reversals = new Reversals(lines, notes);
        for (int line : lines.inTime()) {
            if (lines.is(Treatment.SALE, line)) {
                reversals.sold(line);
            } else if (lines.is(Treatment.REVERSAL, line)) {
                reversals.takenBack(line);
            }
        }
        return reversals.matches;
    }

    private void sold(int line) {
        open[line] = table.quantity(line);
        ofOrder.add(key(table.order(line), line), line);
        if (table.hasCustomer(line)) {
            ofCustomer.add(key(table.number(Field.CUSTOMER, line), line), line);
        }
    }

    private long key(int owner, int line) {
        return ((long) owner << 32) | table.sku(line);
    }

    private void takenBack(int line) {
        int before = matches.size();
        long left = take(line, Math.abs(table.quantity(line)), ofOrder.last(key(table.order(line), line)), ofOrder);
        if (left > 0 && table.hasCustomer(line)) {
            int last = ofCustomer.last(key(table.number(Field.CUSTOMER, line), line));
            left = take(line, left, last, ofCustomer);
        }
        note(line, left, matches.subList(before, matches.size()));
    }

    private long take(int reversal, long wanted, int last, Chains chains) {
        long left = wanted;
        for (int sale = last; sale != NONE && left > 0; sale = chains.before(sale)) {
            long taken = Math.min(left, open[sale]);
            if (taken > 0) {
                open[sale] -= taken;
                left -= taken;
                matches.add(new Match(reversal, sale, taken));
            }
        }
        return left;
    }

    private void note(int line, long left, List<Match> found) {
        long units = Math.abs(table.quantity(line));
        if (left > 0) {
            notes.note(NoteKind.UNMATCHED, left, () -> "%s, %s: %s of %s units"
                    .formatted(number(line), sku(line), units(left), units(units)));
            return;
        }
        var sale = found.get(0).sale();
        var kind = isSoon(lines, found.get(0)) ? NoteKind.CANCELLED : NoteKind.RETURNED;
        notes.note(kind, units, () -> "order %s, %s: %s units taken back by %s after %s"
                .formatted(number(sale), sku(line), units(units), number(line), after(sale, line)));
    }

    /** Whether a sale was undone on its own or the next day: a mistake, not a return. */
    static boolean isSoon(SortedLines lines, Match match) {
        return !lines.day(match.reversal()).isAfter(lines.day(match.sale()).plusDays(1));
    }

    private String number(int line) {
        return LineOrders.number(table.orders.word(table.order(line)));
    }

    private String sku(int line) {
        return table.skus.word(table.sku(line));
    }

    private static String units(long thousandths) {
        return new Quantity(thousandths).toString();
    }

    private String after(int sale, int reversal) {
        var span = Duration.between(lines.moment(sale), lines.moment(reversal));
        return span.toHours() < 1
                ? span.toMinutes() + " min"
                : span.toDays() < 1 ? span.toHours() + " h" : span.toDays() + " d";
    }

    /** For each key its lines, the latest first. */
    private static final class Chains {

        private final Map<Long, Integer> last = new HashMap<>();
        private final int[] before;

        Chains(int lines) {
            before = new int[lines];
            Arrays.fill(before, NONE);
        }

        void add(long key, int line) {
            var previous = last.put(key, line);
            before[line] = previous == null ? NONE : previous;
        }

        int last(long key) {
            return last.getOrDefault(key, NONE);
        }

        int before(int line) {
            return before[line];
        }
    }
}
