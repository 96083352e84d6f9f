package dev.storetwin.core.forecast.naive;

import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.method.MethodFitter;
import java.util.Arrays;
import java.util.Map;

/**
 * The naive forecasts: what was seen one season ago; with a season of one period, the last value. The yardstick that every other method
 * has to beat (Hyndman and Athanasopoulos 2021, section 5.2). An unknown value is taken from the season before it.
 */
public final class Repetition implements FittedMethod {

    private final int period;
    private final double[] filled;
    private final double[] fitted;
    private final double deviation;

    private Repetition(int period, double[] values) {
        this.period = period;
        this.filled = fill(values, period);
        this.fitted = shifted(filled, period);
        this.deviation = rootMeanSquare(values, fitted);
    }

    private Repetition(int period, double[] filled, double[] fitted, double deviation) {
        this.period = period;
        this.filled = filled;
        this.fitted = fitted;
        this.deviation = deviation;
    }

    /** The last value, whatever the season. */
    public static MethodFitter last() {
        return fitter("naive", false);
    }

    /** The value one season ago. Before a season is over, the last value. */
    public static MethodFitter seasonal() {
        return fitter("seasonal-naive", true);
    }

    private static MethodFitter fitter(String name, boolean seasonal) {
        return new MethodFitter() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public FittedMethod fit(double[] values, int period) {
                return new Repetition(seasonal && period <= values.length ? period : 1, values);
            }

            @Override
            public boolean isExpectation() {
                return false;
            }
        };
    }

    private static double[] fill(double[] values, int period) {
        var filled = values.clone();
        double last = Arrays.stream(values)
                .filter(it -> !Double.isNaN(it))
                .findFirst()
                .orElse(0);
        for (int i = 0; i < filled.length; i++) {
            if (!Double.isNaN(filled[i])) {
                last = filled[i];
            } else {
                filled[i] = i >= period ? filled[i - period] : last;
            }
        }
        return filled;
    }

    private static double[] shifted(double[] filled, int period) {
        var fitted = new double[filled.length];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = i >= period ? filled[i - period] : Double.NaN;
        }
        return fitted;
    }

    static double rootMeanSquare(double[] values, double[] fitted) {
        double squares = 0;
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            double error = values[i] - fitted[i];
            if (!Double.isNaN(error)) {
                squares += error * error;
                known++;
            }
        }
        return known == 0 ? 0 : Math.sqrt(squares / known);
    }

    @Override
    public int size() {
        return filled.length;
    }

    @Override
    public double[] fitted() {
        return fitted.clone();
    }

    @Override
    public double[] means(int horizon) {
        var means = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            int index = filled.length - 1 + step - seasonsBack(step) * period;
            means[step - 1] = index >= 0 ? filled[index] : filled[filled.length - 1];
        }
        return means;
    }

    @Override
    public double[] deviations(int horizon) {
        var deviations = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            deviations[step - 1] = deviation * Math.sqrt(seasonsBack(step));
        }
        return deviations;
    }

    private int seasonsBack(int step) {
        return (step + period - 1) / period;
    }

    @Override
    public FittedMethod append(double value) {
        int size = filled.length;
        double before = size >= period ? filled[size - period] : filled[size - 1];
        var longer = Arrays.copyOf(filled, size + 1);
        longer[size] = Double.isNaN(value) ? before : value;
        var forecasts = Arrays.copyOf(fitted, size + 1);
        forecasts[size] = size >= period ? before : Double.NaN;
        return new Repetition(period, longer, forecasts, deviation);
    }

    @Override
    public FittedMethod upTo(int size) {
        return new Repetition(period, Arrays.copyOf(filled, size), Arrays.copyOf(fitted, size), deviation);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("season", Integer.toString(period));
    }
}
