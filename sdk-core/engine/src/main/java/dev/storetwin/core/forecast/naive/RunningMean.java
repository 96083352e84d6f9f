package dev.storetwin.core.forecast.naive;

import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.method.MethodFitter;
import java.util.Arrays;
import java.util.Map;

/** The mean of all that is known: the best there is when demand neither drifts nor trends. */
public final class RunningMean implements FittedMethod {

    private final double[] means;
    private final int known;
    private final double deviation;

    /** @param means of what was known at the end of each period; one element more than periods, the first for nothing known */
    private RunningMean(double[] means, int known, double deviation) {
        this.means = means;
        this.known = known;
        this.deviation = deviation;
    }

    /** Named {@code mean}; it follows no season. */
    public static MethodFitter fitter() {
        return new MethodFitter() {
            @Override
            public String name() {
                return "mean";
            }

            @Override
            public FittedMethod fit(double[] values, int period) {
                return RunningMean.of(values);
            }
        };
    }

    private static RunningMean of(double[] values) {
        var means = new double[values.length + 1];
        means[0] = Double.NaN;
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            known += Double.isNaN(values[i]) ? 0 : 1;
            means[i + 1] = next(means[i], values[i], known);
        }
        var all = new double[values.length];
        Arrays.fill(all, means[values.length]);
        double spread = Repetition.rootMeanSquare(values, all);
        double freedom = known > 1 ? Math.sqrt(known / (known - 1.0)) : 1;
        return new RunningMean(means, known, spread * freedom);
    }

    /** Adds what a value differs by, so that large values do not overflow a sum. */
    private static double next(double mean, double value, int known) {
        if (Double.isNaN(value)) {
            return mean;
        }
        return Double.isNaN(mean) ? value : mean + (value - mean) / known;
    }

    @Override
    public int size() {
        return means.length - 1;
    }

    @Override
    public double[] fitted() {
        return Arrays.copyOf(means, means.length - 1);
    }

    @Override
    public double[] means(int horizon) {
        var forecast = new double[horizon];
        double mean = means[means.length - 1];
        Arrays.fill(forecast, Double.isNaN(mean) ? 0 : mean);
        return forecast;
    }

    /** The spread of values and the doubt about the mean. */
    @Override
    public double[] deviations(int horizon) {
        var deviations = new double[horizon];
        Arrays.fill(deviations, deviation * Math.sqrt(1 + 1.0 / Math.max(1, known)));
        return deviations;
    }

    @Override
    public FittedMethod append(double value) {
        int more = known + (Double.isNaN(value) ? 0 : 1);
        var longer = Arrays.copyOf(means, means.length + 1);
        longer[means.length] = next(means[means.length - 1], value, more);
        return new RunningMean(longer, more, deviation);
    }

    /** As many are taken to be known as periods were seen: it matters to the doubt about the mean alone. */
    @Override
    public FittedMethod upTo(int size) {
        return new RunningMean(Arrays.copyOf(means, size + 1), Math.min(known, size), deviation);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("mean", Double.toString(means[means.length - 1]));
    }
}
