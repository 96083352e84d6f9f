package dev.storetwin.core.forecast.season;

import java.util.Arrays;
import java.util.List;

/**
 * A series as trend, seasons and rest, which added up (or multiplied) give the series again.
 *
 * @param values         the series, gaps filled where the method fills them
 * @param trend          what is left of it without seasons and chance; {@code NaN} where the method has none (the classical one at both
 *                       ends)
 * @param seasons        ascending by length; empty when there is none
 * @param rest           what neither explains; {@code NaN} where the trend is
 * @param multiplicative the parts are factors, not addends
 */
public record Decomposition(
        double[] values, double[] trend, List<SeasonalPart> seasons, double[] rest, boolean multiplicative) {

    public Decomposition {
        seasons = List.copyOf(seasons);
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
        return new Decomposition(values, trend, seasons, rest, multiplicative);
    }

    private static double without(double value, double part, boolean multiplicative) {
        return multiplicative ? value / part : value - part;
    }

    /** All seasons together, of any period from the first on. */
    public double seasonAt(int index) {
        double together = multiplicative ? 1 : 0;
        for (var season : seasons) {
            together = multiplicative ? together * season.at(index) : together + season.at(index);
        }
        return together;
    }

    /** The series without its seasons. */
    public double[] adjusted() {
        var adjusted = new double[values.length];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = without(values[i], seasonAt(i), multiplicative);
        }
        return adjusted;
    }

    /** How much of the movement around the trend a season explains, from 0 to 1 (Wang, Smith and Hyndman 2006). */
    public double strength(SeasonalPart season) {
        return strengthBeside(season.values());
    }

    /** How much of the movement of the adjusted series the trend explains, from 0 to 1 (Wang, Smith and Hyndman 2006). */
    public double trendStrength() {
        return strengthBeside(trend);
    }

    private double strengthBeside(double[] part) {
        var chance = new Spread();
        var both = new Spread();
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
                .map(it -> new SeasonalPart(it.period(), exp(it.values())))
                .toList();
        return new Decomposition(exp(values), exp(trend), parts, exp(rest), true);
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(StrictMath::exp).toArray();
    }
}
