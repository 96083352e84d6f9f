package dev.storetwin.core.forecast.theta;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Map;

/**
 * A method fitted to a series without season, with the season put back, as published answers have it.
 *
 * <p>The published Theta method leaves the deviations as those of the series without season ({@link #asPublished}); where the season
 * is strong it is truer that they grow and shrink with it ({@link #multiplicative}).
 */
final class Reseasoned implements FittedMethod {

    private static final double CLOSED = .05;

    private final FittedMethod adjusted;
    private final double[] season;
    private final boolean multiplicative;
    private final boolean evenSpread;

    private Reseasoned(FittedMethod adjusted, double[] season, boolean multiplicative, boolean evenSpread) {
        this.adjusted = adjusted;
        this.season = season;
        this.multiplicative = multiplicative;
        this.evenSpread = evenSpread;
    }

    /** Means times the factor of their position, deviations left alone. */
    static Reseasoned asPublished(FittedMethod adjusted, double[] factors) {
        return new Reseasoned(adjusted, factors.clone(), true, true);
    }

    /**
     * Means and deviations times the factor of their position.
     *
     * @param factors one for each position of the cycle, which starts with the first period; not negative
     */
    static Reseasoned multiplicative(FittedMethod adjusted, double[] factors) {
        return new Reseasoned(adjusted, factors.clone(), true, false);
    }

    /** Means plus the addend of their position, one for each position of the cycle. */
    static Reseasoned additive(FittedMethod adjusted, double[] addends) {
        return new Reseasoned(adjusted, addends.clone(), false, true);
    }

    /** The series without its season; unknown where the season leaves next to nothing to see. */
    static double[] without(double[] values, double[] season, boolean multiplicative) {
        var adjusted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            adjusted[i] = remove(values[i], season[i % season.length], multiplicative);
        }
        return adjusted;
    }

    private static double remove(double value, double season, boolean multiplicative) {
        if (!multiplicative) {
            return value - season;
        }
        return season < CLOSED ? Double.NaN : value / season;
    }

    private double at(int index) {
        return season[index % season.length];
    }

    private double put(int index, double value) {
        return multiplicative ? value * at(index) : value + at(index);
    }

    @Override
    public int size() {
        return adjusted.size();
    }

    @Override
    public double[] fitted() {
        var fitted = adjusted.fitted();
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = put(i, fitted[i]);
        }
        return fitted;
    }

    @Override
    public double[] means(int horizon) {
        var means = adjusted.means(horizon);
        for (int step = 0; step < horizon; step++) {
            means[step] = put(size() + step, means[step]);
        }
        return means;
    }

    @Override
    public double[] deviations(int horizon) {
        var deviations = adjusted.deviations(horizon);
        for (int step = 0; !evenSpread && step < horizon; step++) {
            deviations[step] *= at(size() + step);
        }
        return deviations;
    }

    @Override
    public Reseasoned append(double value) {
        return new Reseasoned(
                adjusted.append(remove(value, at(size()), multiplicative)), season, multiplicative, evenSpread);
    }

    @Override
    public Reseasoned upTo(int size) {
        return new Reseasoned(adjusted.upTo(size), season, multiplicative, evenSpread);
    }

    @Override
    public Map<String, String> settings() {
        return adjusted.settings();
    }
}
