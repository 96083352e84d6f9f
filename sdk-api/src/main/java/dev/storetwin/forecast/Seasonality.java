package dev.storetwin.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * The lengths of the cycles that a series may follow, in periods: 7 for the week in daily data, 52 for the year in weekly data.
 *
 * @param periods each at least 2, ascending, none twice; empty when no cycle is expected
 */
public record Seasonality(List<Integer> periods) {

    public static final Seasonality NONE = new Seasonality(List.of());

    public Seasonality {
        periods = periods.stream().sorted().distinct().toList();
        if (!periods.isEmpty() && periods.get(0) < 2) {
            throw new IllegalArgumentException("""
                    A season of %d periods is not a cycle; a season has at least 2.
                    Maybe Seasonality.NONE is meant.""".formatted(periods.get(0)));
        }
    }

    /** Of the given lengths; a 1 stands for "no season" and adds nothing. */
    public static Seasonality of(int... periods) {
        return new Seasonality(
                Arrays.stream(periods).filter(period -> period != 1).boxed().toList());
    }

    public boolean isNone() {
        return periods.isEmpty();
    }

    /** The shortest cycle, or 1 when there is none: the lag of the seasonal naive forecast and of the scale of MASE. */
    public int shortest() {
        return isNone() ? 1 : periods.get(0);
    }
}
