package dev.storetwin.core.forecast.calibration;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Arrays;

/**
 * What a method's own past says about its intervals.
 *
 * <p>The method goes back to moments of the past, with the parameters of the whole, and forecasts from there. Errors in units of the
 * deviation that its theory gave show by how much the theory is off, at the first step and further on: the scores of split conformal
 * prediction (Papadopoulos et al. 2002; Lei et al. 2018), locally weighted. The fewer moments, the more the theory stands.
 */
public final class Calibration {

    private static final int MOST_MOMENTS = 60;
    private static final int SHORTEST_PAST = 4;
    private static final double THEORY_MOMENTS = 5;
    private static final double THEORY_WINDOWS = 5;
    private static final double LEAST_POWER = -.5;
    private static final double MOST_POWER = .7;
    private static final double LEAST_FACTOR = .3;
    private static final double MOST_FACTOR = 4;

    private final double first;
    private final double power;
    private final double[] scores;

    private Calibration(double first, double power, double[] scores) {
        this.first = first;
        this.power = power;
        this.scores = scores;
    }

    /**
     * Goes through the past of a method.
     *
     * @param values  what was seen, {@code NaN} for unknown; as many as the method has seen
     * @param horizon how far ahead the intervals are wanted
     */
    public static Calibration of(FittedMethod method, double[] values, int horizon) {
        var trial = new Trial(Math.min(horizon, Math.max(1, values.length / 3)));
        int earliest = Math.max(SHORTEST_PAST, values.length / 3);
        int moments = Math.min(MOST_MOMENTS, values.length - earliest);
        for (int i = 0; i < moments; i++) {
            int origin = values.length - 1 - (int) ((long) i * (values.length - earliest) / moments);
            trial.judge(method.upTo(origin), values, origin);
        }
        return trial.calibration((double) (values.length - earliest) / horizon);
    }

    /** By what the deviation of a step is to be multiplied. */
    public double factor(int step) {
        return first * StrictMath.pow(step, power);
    }

    /** The same with all deviations multiplied. */
    public Calibration widened(double factor) {
        return new Calibration(first * factor, power, scores);
    }

    /** Errors of one step, each in units of its deviation: their shape is that of the errors to come. */
    public double[] scores() {
        return scores.clone();
    }

    /** Scores by step. */
    private static final class Trial {

        private final double[] absolute;
        private final int[] counts;
        private final double[] ones = new double[MOST_MOMENTS];
        private double squares;

        Trial(int steps) {
            absolute = new double[steps];
            counts = new int[steps];
        }

        void judge(FittedMethod past, double[] values, int origin) {
            int steps = Math.min(absolute.length, values.length - origin);
            var means = past.means(steps);
            var deviations = past.deviations(steps);
            for (int i = 0; i < steps; i++) {
                double score = (values[origin + i] - means[i]) / deviations[i];
                if (Double.isFinite(score)) {
                    if (i == 0) {
                        ones[counts[0]] = score;
                        squares += score * score;
                    }
                    absolute[i] += Math.abs(score);
                    counts[i]++;
                }
            }
        }

        Calibration calibration(double windows) {
            double first = Math.sqrt((squares + THEORY_MOMENTS) / (counts[0] + THEORY_MOMENTS));
            double trust = windows / (windows + THEORY_WINDOWS);
            return new Calibration(
                    Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, first)),
                    trust * power(),
                    Arrays.copyOf(ones, counts[0]));
        }

        /** The power of the step by which errors grow beyond theory: a line through the origin of two logarithms. */
        private double power() {
            double cross = 0;
            double square = 0;
            double one = absolute[0] / Math.max(1, counts[0]);
            for (int i = 1; i < absolute.length && one > 0; i++) {
                if (counts[i] > 0 && absolute[i] > 0) {
                    double step = StrictMath.log(i + 1.0);
                    cross += counts[i] * step * StrictMath.log(absolute[i] / counts[i] / one);
                    square += counts[i] * step * step;
                }
            }
            return square > 0 ? Math.min(MOST_POWER, Math.max(LEAST_POWER, cross / square)) : 0;
        }
    }
}
