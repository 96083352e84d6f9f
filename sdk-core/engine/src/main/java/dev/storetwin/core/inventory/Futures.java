package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.Recent;
import dev.storetwin.forecast.DemandForecast;
import org.jspecify.annotations.Nullable;

/**
 * Futures of demand, drawn once for all nodes that share a SKU's.
 *
 * @param count how many
 * @param seed  of the draws
 * @param drawn those of the forecasts that were asked for last
 */
record Futures(int count, long seed, Recent<Of, double[][]> drawn) {

    private static final int KEPT = 8;

    Futures(int count, long seed) {
        this(count, seed, new Recent<>(KEPT));
    }

    /** A forecast is the same as itself only. */
    record Of(DemandForecast forecast) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Of that && forecast == that.forecast;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(forecast);
        }
    }

    /** One row each with one value per day; for reading only. */
    double[][] of(DemandForecast forecast) {
        return drawn.get(new Of(forecast), it -> it.forecast().paths(count, seed));
    }
}
