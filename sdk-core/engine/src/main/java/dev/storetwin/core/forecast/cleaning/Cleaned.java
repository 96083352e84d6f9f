package dev.storetwin.core.forecast.cleaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sales as a method should see them: giants cut to what is ordinary, orders netted with their reversal.
 *
 * <p>Reluctant by design. A value is changed only when it is alone: not part of a season that repeats it, not the first of a new level,
 * not one of many like it, and not in a period that something explains, such as a promotion.
 */
public final class Cleaned {

    private static final int FEWEST = 10;
    private static final int REVERSED_WITHIN = 3;
    private static final double SAME = .1;
    private static final double RARE = .02;
    private static final double LIKE = .5;

    private final double[] values;
    private final List<Change> changes;

    private Cleaned(double[] values, List<Change> changes) {
        this.values = values;
        this.changes = List.copyOf(changes);
    }

    /**
     * Of one series.
     *
     * @param values {@code NaN} for unknown
     * @param period of the season, 1 for none
     */
    public static Cleaned of(double[] values, int period) {
        return of(values, period, new boolean[values.length]);
    }

    /**
     * Of one series with periods that are as they are for a reason.
     *
     * @param explained periods that are never changed
     */
    public static Cleaned of(double[] values, int period, boolean[] explained) {
        var cleaned = values.clone();
        var changes = new ArrayList<Change>();
        if (Arrays.stream(values).filter(value -> !Double.isNaN(value)).count() >= FEWEST) {
            netReversals(cleaned, period, explained, changes);
            cutGiants(cleaned, period, explained, changes);
            changes.sort(Comparator.comparingInt(Change::index));
        }
        return new Cleaned(cleaned, changes);
    }

    /** What came and went again is what is left of both, half in either period. */
    private static void netReversals(double[] values, int period, boolean[] explained, List<Change> changes) {
        var departures = Departures.of(values, period);
        for (int back = 1; back < values.length; back++) {
            if (!(values[back] < 0) || explained[back] || !departures.isGiant(back)) {
                continue;
            }
            for (int order = back - 1; order >= Math.max(0, back - REVERSED_WITHIN); order--) {
                double left = values[order] + values[back];
                if (!explained[order] && departures.isGiant(order) && Math.abs(left) <= SAME * -values[back]) {
                    change(values, order, left / 2, "ordered and taken back", changes);
                    change(values, back, left / 2, "ordered and taken back", changes);
                    break;
                }
            }
        }
    }

    private static void cutGiants(double[] values, int period, boolean[] explained, List<Change> changes) {
        var departures = Departures.of(values, period);
        var alone = new ArrayList<Integer>();
        for (int i = 0; i < values.length; i++) {
            if (!explained[i] && departures.isGiant(i) && isAlone(i, values, period, departures)) {
                alone.add(i);
            }
        }
        if (alone.size() > Math.max(1, RARE * values.length)) {
            return;
        }
        for (int i : alone) {
            change(values, i, departures.ordinary(i), "far outside of everything around it", changes);
        }
    }

    private static boolean isAlone(int i, double[] values, int period, Departures departures) {
        boolean isLast = i == values.length - 1;
        return !(isLast && !departures.isMonstrous(i))
                && !isLike(i, i - 1, values)
                && !isLike(i, i + 1, values)
                && (period <= 1 || !(isLike(i, i - period, values) || isLike(i, i + period, values)));
    }

    private static boolean isLike(int i, int other, double[] values) {
        return other >= 0 && other < values.length && values[other] / values[i] >= LIKE;
    }

    private static void change(double[] values, int index, double to, String reason, List<Change> changes) {
        changes.add(new Change(index, values[index], to, reason));
        values[index] = to;
    }

    /** A copy; {@code NaN} where it was unknown. */
    public double[] values() {
        return values.clone();
    }

    /** By period; a period that was netted and then cut has two. */
    public List<Change> changes() {
        return changes;
    }
}
