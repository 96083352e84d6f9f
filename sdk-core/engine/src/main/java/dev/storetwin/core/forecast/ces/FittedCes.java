package dev.storetwin.core.forecast.ces;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A model running through a series; its states are kept, so that going back costs nothing. */
final class FittedCes implements FittedMethod {

    private final CesModel model;
    private final CesStates states;
    private final int size;
    private final double variance;
    private final Bounds bounds;

    FittedCes(CesModel model, CesStates states, int size, double variance, Bounds bounds) {
        this.model = model;
        this.states = states;
        this.size = size;
        this.variance = variance;
        this.bounds = bounds;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] fitted() {
        var fitted = new double[size];
        for (int t = 0; t < size; t++) {
            fitted[t] = bounds.sane(states.forecast(t));
        }
        return fitted;
    }

    @Override
    public double[] means(int horizon) {
        var means = unbounded(horizon);
        for (int step = 0; step < horizon; step++) {
            means[step] = bounds.sane(means[step]);
        }
        return means;
    }

    private double[] unbounded(int horizon) {
        var ahead = states.resized(size + horizon);
        ahead.coast(size, size + horizon, model);
        var means = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            means[step] = ahead.forecast(size + step);
        }
        return means;
    }

    /** Whether the forecasts keep within so many ranges around what was seen. */
    boolean staysWithin(double ranges, int horizon) {
        for (double mean : unbounded(horizon)) {
            if (!bounds.holds(mean, ranges)) {
                return false;
            }
        }
        return true;
    }

    /** A surprise goes on into every later forecast by what a single one leaves in the states. */
    @Override
    public double[] deviations(int horizon) {
        var echo = new CesStates(horizon + 1, model.period());
        echo.step(0, 1, model);
        echo.coast(1, horizon, model);
        var deviations = new double[horizon];
        double sum = 1;
        for (int step = 0; step < horizon; step++) {
            double response = step == 0 ? 0 : echo.forecast(step);
            sum += response * response;
            deviations[step] = bounds.saneDeviation(Math.sqrt(variance * sum));
        }
        return deviations;
    }

    @Override
    public FittedCes append(double value) {
        var longer = states.resized(size + 1);
        longer.step(size, Double.isNaN(value) ? 0 : value - longer.forecast(size), model);
        return new FittedCes(model, longer, size + 1, variance, bounds.with(value));
    }

    @Override
    public FittedCes upTo(int size) {
        return new FittedCes(model, states, Math.min(size, this.size), variance, bounds);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("season", model.season().name().toLowerCase(Locale.ROOT));
        if (model.season().isPlain()) {
            settings.put("a", complex(model.a0(), model.a1()));
        }
        if (model.season().isLagged()) {
            settings.put("b", complex(model.b0(), model.b1()));
            settings.put("period", Integer.toString(model.period()));
        }
        return settings;
    }

    private static String complex(double real, double imaginary) {
        return real + (imaginary < 0 ? "" : "+") + imaginary + "i";
    }
}
