package dev.storetwin.core.forecast.arima;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A seasonal ARIMA model, possibly with columns that explain the values, fitted to one series.
 *
 * <p>Columns may be longer than the series: their further rows are the future, which forecasts need. {@link #withFuture} brings others,
 * say of another price plan. Without enough of them {@link #means} and {@link #append} refuse; the deviations do not depend on them.
 *
 * <p>Deviations take the parameters for true, and what the model makes of unknown values between known ones as well.
 */
public final class FittedArima implements FittedMethod {

    private final Estimate model;
    private final double[] values;
    private final double[][] columns;
    private final Forecast forecast;

    FittedArima(Estimate model, double[] values, double[][] columns) {
        this(model, values, columns, Forecast.after(model, noise(model, values, columns)));
    }

    private FittedArima(Estimate model, double[] values, double[][] columns, Forecast forecast) {
        this.model = model;
        this.values = values;
        this.columns = columns;
        this.forecast = forecast;
    }

    private static double[] noise(Estimate model, double[] values, double[][] columns) {
        var noise = values.clone();
        for (int t = 0; t < noise.length; t++) {
            noise[t] -= explained(model, columns, t);
        }
        return noise;
    }

    /** What the constant and the columns say of a period, from 0 on. */
    private static double explained(Estimate model, double[][] columns, int period) {
        int at = 0;
        double sum = model.constant() ? model.effects()[at++] * Sample.constantAt(model.order(), period) : 0;
        for (var column : columns) {
            sum += model.effects()[at++] * column[period];
        }
        return sum;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double[] fitted() {
        return explainedAdded(forecast.fitted(values.length), 0);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when the columns do not reach that far
     */
    @Override
    public double[] means(int horizon) {
        requireRows(horizon);
        return explainedAdded(forecast.means(horizon), values.length);
    }

    private double[] explainedAdded(double[] noise, int from) {
        for (int t = 0; t < noise.length; t++) {
            double sum = noise[t] + explained(model, columns, from + t);
            noise[t] = Double.isNaN(sum) ? sum : Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, sum));
        }
        return noise;
    }

    private void requireRows(int count) {
        for (var column : columns) {
            if (column.length < values.length + count) {
                throw new IllegalStateException("""
                        The columns know %d periods to come, %d are needed.
                        Maybe withFuture was forgotten.""".formatted(column.length - values.length, count));
            }
        }
    }

    @Override
    public double[] deviations(int horizon) {
        var result = forecast.variances(horizon);
        for (int h = 0; h < horizon; h++) {
            result[h] = Math.min(Double.MAX_VALUE, Math.sqrt(result[h]) * Math.sqrt(model.variance()));
        }
        return result;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when the columns do not know the period
     */
    @Override
    public FittedArima append(double value) {
        requireRows(1);
        var longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = Arima.finiteOrUnknown(value);
        if (forecast.goesOn() && !Double.isNaN(value)) {
            double noise = value - explained(model, columns, values.length);
            return new FittedArima(model, longer, columns, forecast.and(noise));
        }
        return new FittedArima(model, longer, columns);
    }

    /** {@inheritDoc} What the columns knew of the later periods is the future again. */
    @Override
    public FittedArima upTo(int size) {
        if (size < 1 || size > values.length) {
            throw new IllegalArgumentException("size (%d) must be from 1 to %d.".formatted(size, values.length));
        }
        return new FittedArima(model, Arrays.copyOf(values, size), columns);
    }

    /**
     * The same with what explains the periods to come.
     *
     * @param future as many columns as at the fit, the next period first
     */
    public FittedArima withFuture(double[][] future) {
        if (future.length != columns.length) {
            throw new IllegalArgumentException(
                    "future has %d columns, the model %d.".formatted(future.length, columns.length));
        }
        var longer = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            longer[j] = Arrays.copyOf(columns[j], values.length + future[j].length);
            System.arraycopy(future[j], 0, longer[j], values.length, future[j].length);
        }
        Arima.requireFinite(longer);
        return new FittedArima(model, values, longer);
    }

    public ArimaOrder order() {
        return model.order();
    }

    /** Coefficients by name: ar1, ma1, sar1, sma1, then mean or drift, then column1 and so on. */
    public Map<String, Double> coefficients() {
        var result = new LinkedHashMap<String, Double>();
        put(result, "ar", model.coefficients().ar());
        put(result, "ma", model.coefficients().ma());
        put(result, "sar", model.coefficients().seasonalAr());
        put(result, "sma", model.coefficients().seasonalMa());
        int constants = model.constant() ? 1 : 0;
        if (model.constant()) {
            result.put(model.order().lost() == 0 ? "mean" : "drift", model.effects()[0]);
        }
        put(result, "column", Arrays.copyOfRange(model.effects(), constants, model.effects().length));
        return Collections.unmodifiableMap(result);
    }

    private static void put(Map<String, Double> into, String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            into.put(name + (i + 1), values[i]);
        }
    }

    public double logLikelihood() {
        return model.logLikelihood();
    }

    /** Akaike's criterion corrected for short series; infinite when there are hardly more values than parameters. */
    public double aicc() {
        return model.aicc();
    }

    /** Variance of the shocks, unbiased. */
    public double variance() {
        return model.variance();
    }

    @Override
    public Map<String, String> settings() {
        var result = new LinkedHashMap<String, String>();
        result.put("order", model.order().toString());
        coefficients().forEach((name, value) -> result.put(name, Double.toString(value)));
        result.put("variance", Double.toString(model.variance()));
        result.put("log_likelihood", Double.toString(model.logLikelihood()));
        return Collections.unmodifiableMap(result);
    }
}
