package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecaster;
import java.util.List;
import java.util.Optional;

/** The forecasters on offer, by name. */
public final class ForecastMethods {

    private ForecastMethods() {}

    /** The default: for each series the method that would have foretold its past best. */
    public static DemandForecaster pick() {
        return RollingOriginPick.of(
                new SimpleExponentialSmoothing(),
                SeasonalNaive.naive(),
                SeasonalNaive.seasonal(),
                new HistoricalMean(),
                CrostonSba.usual(),
                new Theta());
    }

    /** All of them: the default first, then the simpler before the richer. */
    public static List<DemandForecaster> all() {
        return List.of(
                pick(),
                SeasonalNaive.naive(),
                SeasonalNaive.seasonal(),
                new HistoricalMean(),
                new SimpleExponentialSmoothing(),
                CrostonSba.usual(),
                new Theta());
    }

    /** By the name that it gives itself. */
    public static Optional<DemandForecaster> named(String name) {
        return all().stream()
                .filter(forecaster -> forecaster.name().equals(name))
                .findFirst();
    }
}
