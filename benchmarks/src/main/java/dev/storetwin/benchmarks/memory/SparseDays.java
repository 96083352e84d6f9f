package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.Arrays;

/**
 * On which days something happens to each of many keys, sparse as retail is: for each day the keys in their order.
 *
 * <p>How it works: a key's share of busy days is that of a decile, drawn by the key; from one busy day to the next is a geometric wait. The
 * deciles of {@link #STOCK_CODE_IN_COUNTRY} and {@link #STOCK_CODE} are those of the UCI Online Retail data (219 days with trade of 274): by
 * stock code and country, which is most like a SKU in a channel, and by stock code alone.
 */
final class SparseDays {

    /** Mean share of calendar days with sales, by decile of the 15,033 pairs of stock code and country. */
    static final double[] STOCK_CODE_IN_COUNTRY = perDay(274, 1, 1, 1, 1, 1.4, 2, 3.1, 6.2, 21.6, 90.1);

    /** The same for the 3,645 stock codes. */
    static final double[] STOCK_CODE = perDay(274, 1.6, 4.9, 10.1, 17.2, 26.2, 37.6, 53.3, 73.5, 102.1, 158.8);

    private final int[][] keysByDay;

    private SparseDays(int[][] keysByDay) {
        this.keysByDay = keysByDay;
    }

    private static double[] perDay(int days, double... busy) {
        return Arrays.stream(busy).map(it -> it / days).toArray();
    }

    /** @param deciles shares of busy days of ten groups of equally many keys */
    static SparseDays of(Draws draws, String purpose, double[] deciles, int keys, int days) {
        var counts = new int[days];
        eachBusy(draws, purpose, deciles, keys, days, (day, key) -> counts[day]++);
        var keysByDay = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        eachBusy(draws, purpose, deciles, keys, days, (day, key) -> {
            var busy = keysByDay[day];
            busy[busy.length - counts[day]--] = key;
        });
        return new SparseDays(keysByDay);
    }

    private interface Visitor {
        void visit(int day, int key);
    }

    private static void eachBusy(Draws draws, String purpose, double[] deciles, int keys, int days, Visitor visitor) {
        for (int key = 0; key < keys; key++) {
            var draw = draws.keyed(purpose, "", key);
            double logIdle = StrictMath.log1p(-deciles[draw.nextInt(deciles.length)]);
            for (int day = wait(draw, logIdle); day < days; day += 1 + wait(draw, logIdle)) {
                visitor.visit(day, key);
            }
        }
    }

    /** Idle days before the next busy one. */
    private static int wait(Draw draw, double logIdle) {
        return (int) Math.min(1e6, StrictMath.log(draw.nextOpenDouble()) / logIdle);
    }

    int days() {
        return keysByDay.length;
    }

    /** The busy keys of a day, ascending. */
    int[] keys(int day) {
        return keysByDay[day].clone();
    }

    /** Busy days of all keys. */
    long cells() {
        return Arrays.stream(keysByDay).mapToLong(it -> it.length).sum();
    }
}
