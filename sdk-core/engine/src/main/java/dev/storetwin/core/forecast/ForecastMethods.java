package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecaster;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The forecasters on offer, by name. */
public final class ForecastMethods {

    private ForecastMethods() {}

    /** The default: for each series the method that would have foretold its past best. */
    public static DemandForecaster pick() {
        return RollingOriginPick.among(methods(), new SimpleExponentialSmoothing());
    }

    /** All of them, the default first, then the simpler before the richer. */
    public static List<DemandForecaster> all() {
        return Stream.concat(Stream.of(pick()), methods().stream()).toList();
    }

    public static Optional<DemandForecaster> named(String name) {
        return all().stream()
                .filter(forecaster -> forecaster.name().equals(name))
                .findFirst();
    }

    private static List<ForecastMethod> methods() {
        return List.of(
                SeasonalNaive.naive(),
                SeasonalNaive.seasonal(),
                new HistoricalMean(),
                new SimpleExponentialSmoothing(),
                CrostonSba.usual(),
                new Theta());
    }
}
