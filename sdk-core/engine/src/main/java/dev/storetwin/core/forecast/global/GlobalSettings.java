package dev.storetwin.core.forecast.global;

import dev.storetwin.forecast.QuantileLevels;

/**
 * What a global model is asked to learn, and from how much.
 *
 * @param levels       of the quantiles that are learned, one model each; between them lines are drawn
 * @param fewestSeries with fewer there is too little to learn from
 * @param mostRows     more are thinned out by keyed draws
 * @param seed         of those draws and of the learner's
 */
public record GlobalSettings(QuantileLevels levels, int fewestSeries, int mostRows, long seed) {

    public GlobalSettings {
        if (levels.size() < 2 || fewestSeries < 1 || mostRows < 1) {
            throw new IllegalArgumentException(
                    "levels (%d) must be at least 2, fewestSeries (%d) and mostRows (%d) at least 1."
                            .formatted(levels.size(), fewestSeries, mostRows));
        }
    }

    /** Nine levels from .005 to .995, from 50 series on, at most 40,000 rows. */
    public static GlobalSettings defaults() {
        return new GlobalSettings(
                QuantileLevels.of(.005, .025, .1, .25, .5, .75, .9, .975, .995), 50, 40_000, 20_260_101);
    }

    public GlobalSettings withMostRows(int mostRows) {
        return new GlobalSettings(levels, fewestSeries, mostRows, seed);
    }
}
