package dev.storetwin.core.forecast.coldstart;

import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;

/** How a thing has sold from its first period on: levels by age, and how much single periods scatter around them. */
final class LaunchCurve {

    private static final int HALF_WIDTH = 2;
    private static final int RECENT = 13;
    private static final double LEAST_SCATTER = 1;

    private final double[] levels;
    private final double recent;
    private final double scatter;

    private LaunchCurve(double[] levels, double recent, double scatter) {
        this.levels = levels;
        this.recent = recent;
        this.scatter = scatter;
    }

    static LaunchCurve of(TimeSeries series) {
        int start = start(series);
        var levels = new double[series.size() - start];
        for (int age = 0; age < levels.length; age++) {
            levels[age] = mean(series, start + age - HALF_WIDTH, start + age + HALF_WIDTH + 1, start);
        }
        double recent = mean(series, series.size() - RECENT, series.size(), start);
        return new LaunchCurve(fill(levels, recent), Double.isNaN(recent) ? 0 : recent, scatter(series, start, levels));
    }

    /** The first period with a sale; the end when there is none. */
    static int start(TimeSeries series) {
        int start = 0;
        while (start < series.size() && !(series.value(start) > 0)) {
            start++;
        }
        return start;
    }

    private static double mean(TimeSeries series, int from, int to, int start) {
        double sum = 0;
        int known = 0;
        for (int i = Math.max(start, from); i < Math.min(series.size(), to); i++) {
            if (series.isKnown(i)) {
                sum += Math.max(0, series.value(i));
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private static double[] fill(double[] levels, double recent) {
        return Arrays.stream(levels)
                .map(level -> Double.isNaN(level) ? (Double.isNaN(recent) ? 0 : recent) : level)
                .toArray();
    }

    /** Variance by mean, as in counts; at least that of Poisson arrivals where the level is of single units. */
    private static double scatter(TimeSeries series, int start, double[] levels) {
        double squares = 0;
        double sum = 0;
        for (int i = start; i < series.size(); i++) {
            double level = levels[i - start];
            if (series.isKnown(i) && !Double.isNaN(level)) {
                squares += (series.value(i) - level) * (series.value(i) - level);
                sum += level;
            }
        }
        double window = 2 * HALF_WIDTH + 1;
        return sum > 0 ? Math.max(LEAST_SCATTER, squares / sum * window / (window - 1)) : LEAST_SCATTER;
    }

    /** Expected sales at an age, counted from 0; beyond the history what was sold lately. */
    double at(int age) {
        return age < levels.length ? levels[age] : recent;
    }

    int age() {
        return levels.length;
    }

    double recent() {
        return recent;
    }

    double scatter() {
        return scatter;
    }
}
