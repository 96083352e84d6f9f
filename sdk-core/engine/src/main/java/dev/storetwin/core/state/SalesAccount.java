package dev.storetwin.core.state;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The daily sales of one SKU in one channel, in primitive chunks of days. Untouched chunks are shared between states.
 *
 * <p>Units and returns are thousandths, revenue ten-thousandths of the reporting currency: whole numbers, so that sums do not depend on order.
 */
final class SalesAccount {

    static final SalesAccount EMPTY = new SalesAccount(HashTreePMap.empty());

    private static final int DAYS = 32;
    private static final int UNITS = 0;
    private static final int REVENUE = 1;
    private static final int RETURNED = 2;

    private final PMap<Integer, long[][]> chunks;

    private SalesAccount(PMap<Integer, long[][]> chunks) {
        this.chunks = chunks;
    }

    /** Whether nothing was sold or came back. Amounts are never negative, so sums of zero mean that there were none. */
    boolean isEmpty() {
        return chunks.isEmpty();
    }

    private static int chunk(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(day.toEpochDay(), DAYS));
    }

    private static int place(LocalDate day) {
        return (int) Math.floorMod(day.toEpochDay(), (long) DAYS);
    }

    /** First day of anything other than zero. */
    Optional<LocalDate> firstDay() {
        return chunks.keySet().stream().sorted().flatMap(this::busyDays).findFirst();
    }

    Optional<LocalDate> lastDay() {
        return chunks.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(it -> busyDays(it).reduce((first, second) -> second).stream())
                .findFirst();
    }

    private Stream<LocalDate> busyDays(int chunk) {
        var units = Objects.requireNonNull(chunks.get(chunk))[UNITS];
        return IntStream.range(0, DAYS)
                .filter(it -> units[it] != 0)
                .mapToObj(it -> LocalDate.ofEpochDay((long) chunk * DAYS + it));
    }

    /** Adds the days from {@code start} on to sums of as many days. */
    void addTo(Sums sums, LocalDate start) {
        int days = sums.units.length;
        for (int i = 0; i < days; i++) {
            var day = start.plusDays(i);
            var columns = chunks.get(chunk(day));
            int place = place(day);
            if (columns == null) {
                i += DAYS - place - 1;
            } else {
                sums.units[i] += columns[UNITS][place];
                sums.revenue[i] += columns[REVENUE][place];
                sums.returned[i] += columns[RETURNED][place];
            }
        }
    }

    /** Sums over channels and names of one SKU. */
    static final class Sums {

        final long[] units;
        final long[] revenue;
        final long[] returned;

        Sums(int days) {
            units = new long[days];
            revenue = new long[days];
            returned = new long[days];
        }
    }

    /** Collects changes of one account, copying each touched chunk once. */
    static final class Editor {

        private final SalesAccount before;
        private final Map<Integer, long[][]> touched = new HashMap<>();

        Editor(SalesAccount before) {
            this.before = before;
        }

        void sold(LocalDate day, long units, long revenue) {
            add(day, UNITS, units);
            add(day, REVENUE, revenue);
        }

        void returned(LocalDate day, long units) {
            add(day, RETURNED, units);
        }

        private void add(LocalDate day, int column, long amount) {
            var cells = touched.computeIfAbsent(chunk(day), this::copy)[column];
            int place = place(day);
            cells[place] = Math.addExact(cells[place], amount);
        }

        private long[][] copy(int chunk) {
            var shared = before.chunks.get(chunk);
            return shared == null
                    ? new long[3][DAYS]
                    : Arrays.stream(shared).map(long[]::clone).toArray(long[][]::new);
        }

        /** A chunk from which all was taken back is gone, as if there had never been one. */
        SalesAccount done() {
            var chunks = before.chunks;
            for (var change : touched.entrySet()) {
                chunks = isZero(change.getValue())
                        ? chunks.minus(change.getKey())
                        : chunks.plus(change.getKey(), change.getValue());
            }
            return new SalesAccount(chunks);
        }

        private static boolean isZero(long[][] columns) {
            return Arrays.stream(columns).flatMapToLong(Arrays::stream).allMatch(it -> it == 0);
        }
    }
}
