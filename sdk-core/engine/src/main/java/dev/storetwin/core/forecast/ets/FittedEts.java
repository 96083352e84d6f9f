package dev.storetwin.core.forecast.ets;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An exponential smoothing model, fitted. Immutable.
 *
 * <p>Likelihood and variance are those of the fit and stay with the parameters when time goes on or back.
 */
public final class FittedEts implements FittedMethod {

    private final EtsFit fit;
    private final double[] values;
    private final Smoother now;

    private FittedEts(EtsFit fit, double[] values, Smoother now) {
        this.fit = fit;
        this.values = values;
        this.now = now;
    }

    static FittedEts of(EtsFit fit, double[] values) {
        var now = fit.start.copy();
        for (double it : values) {
            now.see(it);
        }
        return new FittedEts(fit, values, now);
    }

    public EtsModel model() {
        return fit.model;
    }

    public Smoothing smoothing() {
        return fit.smoothing;
    }

    public double firstLevel() {
        return fit.start.level();
    }

    /** Change of the level per period at first, a factor when the trend is multiplicative; 0 without trend. */
    public double firstTrend() {
        return fit.start.trend();
    }

    /** Of one cycle, that of the first value first; empty without season. */
    public double[] firstSeasons() {
        return fit.start.seasons();
    }

    /** Natural logarithm of the likelihood, but for a constant that all models share; minus infinity where nothing was fitted. */
    public double logLikelihood() {
        return fit.logLikelihood;
    }

    /** Akaike's information criterion for small samples; infinite where there are too few values to say. */
    public double aicc() {
        return fit.aicc;
    }

    /** Variance of the one-step errors, relative ones when the model has them so. */
    public double variance() {
        return fit.variance;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double[] fitted() {
        var fitted = new double[values.length];
        var smoother = fit.start.copy();
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = smoother.forecast();
            smoother.see(values[i]);
        }
        return fitted;
    }

    @Override
    public double[] means(int horizon) {
        return now.ahead(horizon);
    }

    @Override
    public double[] deviations(int horizon) {
        return new EtsDeviations(fit.model, fit.smoothing, now, fit.variance).ahead(horizon);
    }

    @Override
    public FittedEts append(double value) {
        var longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = EtsSeries.orUnknown(value);
        var next = now.copy();
        next.see(longer[values.length]);
        return new FittedEts(fit, longer, next);
    }

    @Override
    public FittedEts upTo(int size) {
        if (size < 1 || size > values.length) {
            throw new IllegalArgumentException("size (%d) must be from 1 to %d.".formatted(size, values.length));
        }
        return of(fit, Arrays.copyOf(values, size));
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        var model = fit.model;
        settings.put("model", model.name());
        settings.put("alpha", Double.toString(fit.smoothing.alpha()));
        if (model.hasTrend()) {
            settings.put("beta", Double.toString(fit.smoothing.beta()));
        }
        if (model.hasSeason()) {
            settings.put("gamma", Double.toString(fit.smoothing.gamma()));
        }
        if (model.damped()) {
            settings.put("phi", Double.toString(fit.smoothing.phi()));
        }
        settings.put("first_level", Double.toString(firstLevel()));
        if (model.hasTrend()) {
            settings.put("first_trend", Double.toString(firstTrend()));
        }
        if (model.hasSeason()) {
            settings.put("first_seasons", Arrays.toString(firstSeasons()));
        }
        return Collections.unmodifiableMap(settings);
    }

    @Override
    public String toString() {
        return "%s %s of %d periods".formatted(fit.model.name(), fit.smoothing, values.length);
    }
}
