package dev.storetwin.core.forecast.season;

import java.util.Arrays;
import java.util.List;

/**
 * Seasonal-trend decomposition by loess (Cleveland, Cleveland, McRae and Terpenning 1990).
 *
 * @param period   length of the cycle, at least 2
 * @param seasonal smoother of each position through the years
 * @param trend    smoother of the series without season
 * @param lowPass  smoother that keeps the trend out of the season
 * @param inner    how often season and trend are fitted in turn
 * @param outer    how often outliers are then weighed down; 0 for none
 * @param periodic the season is the same in every cycle
 */
record Stl(int period, Loess seasonal, Loess trend, Loess lowPass, int inner, int outer, boolean periodic) {

    /** A rest of this share of the largest value is no rest: nothing so exact is weighed down. */
    private static final double EXACT = 1e-9;

    /** The season is the same in every cycle. */
    static Stl periodic(int period, int size) {
        return of(period, 10 * size + 1, 0, true);
    }

    /** The season changes slowly: over about so many cycles, an odd number. */
    static Stl windowed(int period, int window) {
        return of(period, window, 0, false);
    }

    private static Stl of(int period, int window, int degree, boolean periodic) {
        int trendWindow = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / window)));
        return new Stl(
                period, Loess.of(window, degree), Loess.of(trendWindow, 1), Loess.of(odd(period), 1), 2, 0, periodic);
    }

    private static int odd(int window) {
        return window + 1 - window % 2;
    }

    /** The same, not led astray by outliers. */
    Stl robust() {
        return new Stl(period, seasonal, trend, lowPass, 1, 15, periodic);
    }

    /**
     * The parts of a series of more than two cycles. Unknown values are filled and then have no weight.
     *
     * @throws IllegalArgumentException when the series is shorter
     */
    Decomposition decompose(double[] values) {
        if (values.length <= 2 * period) {
            throw new IllegalArgumentException("""
                    %d values hold no two cycles of %d periods.
                    Maybe the season is longer than meant.""".formatted(values.length, period));
        }
        return decompose(Gaps.filled(values, period), values);
    }

    /**
     * The parts of a series whose gaps are filled.
     *
     * @param values those that are unknown here have no weight
     */
    Decomposition decompose(double[] filled, double[] values) {
        var known = new double[values.length];
        Arrays.setAll(known, i -> Double.isNaN(values[i]) ? 0 : 1);
        var rooms = new Rooms(filled, known);
        for (int i = 0; i <= outer; i++) {
            for (int j = 0; j < inner; j++) {
                rooms.round();
            }
            if (i < outer) {
                rooms.weighDown(known);
            }
        }
        if (periodic) {
            averageCycles(rooms.season);
        }
        return Decomposition.additive(filled, rooms.level, List.of(new SeasonalPart(period, rooms.season)));
    }

    private void averageCycles(double[] season) {
        for (int position = 0; position < period; position++) {
            double sum = 0;
            int count = 0;
            for (int i = position; i < season.length; i += period) {
                sum += season[i];
                count++;
            }
            for (int i = position; i < season.length; i += period) {
                season[i] = sum / count;
            }
        }
    }

    /** What is worked on. */
    private final class Rooms {

        private final double[] values;
        private final int size;
        private double[] weights;
        private double[] level;
        private final double[] season;
        /** One cycle more at either end. */
        private final double[] cycles;

        Rooms(double[] values, double[] weights) {
            this.values = values;
            this.size = values.length;
            this.weights = weights;
            this.level = new double[size];
            this.season = new double[size];
            this.cycles = new double[size + 2 * period];
        }

        /** The inner loop, steps 1 to 6 of the paper. */
        void round() {
            smoothCycles();
            var low = lowPass.smooth(average(average(average(cycles, period), period), 3), ones());
            var adjusted = new double[size];
            for (int i = 0; i < size; i++) {
                season[i] = cycles[period + i] - low[i];
                adjusted[i] = values[i] - season[i];
            }
            level = trend.smooth(adjusted, weights);
        }

        private double[] ones() {
            var ones = new double[size];
            Arrays.fill(ones, 1);
            return ones;
        }

        /** Each position of the cycle through time, smoothed and extended by one cycle at either end. */
        private void smoothCycles() {
            int most = (size + period - 1) / period;
            var detrended = new double[most];
            var known = new double[most];
            var smooth = new double[most + 2];
            for (int position = 0; position < period; position++) {
                int count = (size - position + period - 1) / period;
                for (int i = 0, j = position; i < count; i++, j += period) {
                    detrended[i] = values[j] - level[j];
                    known[i] = weights[j];
                }
                seasonal.smooth(detrended, known, count, smooth, 1);
                smooth[0] = seasonal.before(detrended, known, count, smooth[1]);
                smooth[count + 1] = seasonal.after(detrended, known, count, smooth[count]);
                for (int i = 0, j = position; i < count + 2; i++, j += period) {
                    cycles[j] = smooth[i];
                }
            }
        }

        /** Each weight by the bisquare of the rest, which beyond six median rests is nothing. */
        void weighDown(double[] known) {
            var rests = new double[size];
            Arrays.setAll(rests, i -> Math.abs(values[i] - season[i] - level[i]));
            double reach = Math.max(6 * median(rests), EXACT * largest());
            weights = new double[size];
            Arrays.setAll(weights, i -> known[i] * bisquare(rests[i], reach));
        }

        private double largest() {
            return Arrays.stream(values).map(Math::abs).max().orElse(0);
        }
    }

    private static double median(double[] rests) {
        var sorted = rests.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private static double bisquare(double rest, double reach) {
        if (rest <= .001 * reach) {
            return 1;
        }
        if (rest > .999 * reach) {
            return 0;
        }
        double share = rest / reach;
        return (1 - share * share) * (1 - share * share);
    }

    /** The running average, shorter by the window less one. */
    private static double[] average(double[] values, int window) {
        var averages = new double[values.length - window + 1];
        double sum = 0;
        for (int i = 0; i < window; i++) {
            sum += values[i];
        }
        averages[0] = sum / window;
        for (int i = 1; i < averages.length; i++) {
            sum += values[i + window - 1] - values[i - 1];
            averages[i] = sum / window;
        }
        return averages;
    }
}
