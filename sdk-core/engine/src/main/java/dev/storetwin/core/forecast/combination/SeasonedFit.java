package dev.storetwin.core.forecast.combination;

import dev.storetwin.core.forecast.combination.Combined.Member;
import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.core.forecast.season.Season;
import dev.storetwin.core.forecast.season.SeasonFinder;
import dev.storetwin.forecast.Seasonality;
import java.util.List;

/**
 * Fits methods to a series with seasons: a method that follows the one season there may be by itself to the series, all others to the
 * adjusted series. A method that repeats what was seen gets the series and the shortest season, whatever was found.
 */
public final class SeasonedFit {

    private final double[] values;
    private final double[] adjusted;
    private final Season season;
    private final Seasonality named;

    private SeasonedFit(double[] values, Season season, Seasonality named) {
        this.values = values;
        this.season = season;
        this.named = named;
        this.adjusted = season.isNone() ? values : season.adjust(values);
    }

    /**
     * Looks for the seasons of a series.
     *
     * @param values {@code NaN} for unknown, at least one known
     * @param named  the seasons that it may have; a longer one may be found beside them
     */
    public static SeasonedFit of(double[] values, Seasonality named) {
        var periods = named.periods().stream().mapToInt(Integer::intValue).toArray();
        var season = SeasonFinder.any(values, periods);
        return new SeasonedFit(values, season, named);
    }

    public FittedMethod fit(MethodFitter method) {
        if (!method.isExpectation() || (isAllThereIs() && method.follows(named.shortest()))) {
            return method.fit(values, named.shortest());
        }
        var fitted = method.fit(adjusted, 1);
        return season.isNone() ? fitted : new Seasoned(fitted, season);
    }

    /** The median of several methods, each fitted as it should be. */
    public Combined median(List<MethodFitter> methods) {
        return Combined.median(methods.stream()
                .map(it -> new Member(it.name(), fit(it), 1.0 / methods.size()))
                .toList());
    }

    /** One season was named, and no other was found. */
    private boolean isAllThereIs() {
        return named.periods().size() == 1
                && (season.isNone() || season.periods().equals(named.periods()));
    }

    /** The series without its seasons: a copy. */
    public double[] adjusted() {
        return adjusted.clone();
    }

    /** The seasons found, the longest last. */
    public Season season() {
        return season;
    }
}
