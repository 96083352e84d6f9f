package dev.storetwin.core.forecast.season;

import java.util.Arrays;
import java.util.List;

/** A series as trend, seasons and rest, which added up (or multiplied) give the series again. Immutable; arrays are handed out as copies. */
public final class Decomposition {

    private final double[] values;
    private final double[] trend;
    private final List<SeasonalPart> seasons;
    private final double[] rest;
    private final boolean multiplicative;

    private Decomposition(
            double[] values, double[] trend, List<SeasonalPart> seasons, double[] rest, boolean multiplicative) {
        this.values = values;
        this.trend = trend;
        this.seasons = List.copyOf(seasons);
        this.rest = rest;
        this.multiplicative = multiplicative;
    }

    static Decomposition additive(double[] values, double[] trend, List<SeasonalPart> seasons) {
        return of(values, trend, seasons, false);
    }

    static Decomposition of(double[] values, double[] trend, List<SeasonalPart> seasons, boolean multiplicative) {
        var rest = values.clone();
        for (int i = 0; i < rest.length; i++) {
            for (var season : seasons) {
                rest[i] = without(rest[i], season.at(i), multiplicative);
            }
            rest[i] = without(rest[i], trend[i], multiplicative);
        }
        return new Decomposition(values.clone(), trend, seasons, rest, multiplicative);
    }

    /** A factor of zero leaves nothing to tell. */
    private static double without(double value, double part, boolean multiplicative) {
        if (!multiplicative) {
            return value - part;
        }
        return part == 0 ? Double.NaN : value / part;
    }

    /** The series, gaps filled where the method fills them. */
    public double[] values() {
        return values.clone();
    }

    /** What is left without seasons and chance; {@code NaN} where the method has none (the classical one at both ends). */
    public double[] trend() {
        return trend.clone();
    }

    /** Ascending by length; empty when there is none. */
    public List<SeasonalPart> seasons() {
        return seasons;
    }

    /** What neither trend nor seasons explain; {@code NaN} where the trend is, or a factor is zero. */
    public double[] rest() {
        return rest.clone();
    }

    /** The parts are factors, not addends. */
    public boolean isMultiplicative() {
        return multiplicative;
    }

    /** All seasons together, of any period from the first on. */
    public double seasonAt(int index) {
        double together = multiplicative ? 1 : 0;
        for (var season : seasons) {
            together = multiplicative ? together * season.at(index) : together + season.at(index);
        }
        return together;
    }

    /** The series without its seasons; {@code NaN} where it is unknown or a factor is zero. */
    public double[] adjusted() {
        var adjusted = new double[values.length];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = without(values[i], seasonAt(i), multiplicative);
        }
        return adjusted;
    }

    /** How much of the movement around the trend a season explains, from 0 to 1 (Wang, Smith and Hyndman 2006). */
    public double strength(SeasonalPart season) {
        return strengthBeside(season.live());
    }

    /** How much of the movement of the adjusted series the trend explains, from 0 to 1 (Wang, Smith and Hyndman 2006). */
    public double trendStrength() {
        return strengthBeside(trend);
    }

    private double strengthBeside(double[] part) {
        var chance = new RunningVariance();
        var both = new RunningVariance();
        for (int i = 0; i < rest.length; i++) {
            if (!Double.isNaN(rest[i]) && !Double.isNaN(part[i])) {
                chance.add(additive(rest[i]));
                both.add(additive(part[i]) + additive(rest[i]));
            }
        }
        return both.variance() > 0 ? Math.max(0, 1 - chance.variance() / both.variance()) : 0;
    }

    private double additive(double part) {
        return multiplicative ? StrictMath.log(part) : part;
    }

    /** A decomposition of factors out of one of their logarithms. */
    Decomposition exponential() {
        var parts = seasons.stream()
                .map(it -> new SeasonalPart(it.period(), exp(it.live())))
                .toList();
        return new Decomposition(exp(values), exp(trend), parts, exp(rest), true);
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(StrictMath::exp).toArray();
    }
}
