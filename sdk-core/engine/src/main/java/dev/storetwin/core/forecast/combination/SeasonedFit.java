package dev.storetwin.core.forecast.combination;

import dev.storetwin.core.forecast.history.SeasonalProfile;
import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.method.MethodFitter;

/**
 * Fits methods to a series with a season: those that follow it by themselves to the series, all others to the adjusted series.
 */
public final class SeasonedFit {

    private final double[] values;
    private final double[] adjusted;
    private final SeasonalProfile season;

    /** @param values {@code NaN} for unknown, at least one known */
    public SeasonedFit(double[] values, SeasonalProfile season) {
        this.values = values;
        this.season = season;
        this.adjusted = season.adjust(values);
    }

    public FittedMethod fit(MethodFitter method) {
        if (season.period() == 1) {
            return method.fit(values, 1);
        }
        return method.follows(season.period())
                ? method.fit(values, season.period())
                : new Seasoned(method.fit(adjusted, 1), season);
    }
}
