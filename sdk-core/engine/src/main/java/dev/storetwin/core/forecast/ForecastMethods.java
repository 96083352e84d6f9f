package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.naive.Repetition;
import dev.storetwin.core.forecast.naive.RunningMean;
import dev.storetwin.forecast.DemandForecaster;
import java.util.List;
import java.util.Optional;

/** The forecasters on offer, by name. */
public final class ForecastMethods {

    private ForecastMethods() {}

    /** The default. */
    public static DemandForecaster usual() {
        return MethodForecaster.of(RunningMean.fitter());
    }

    /** All of them: the default first, then the simpler before the richer. */
    public static List<DemandForecaster> all() {
        return List.of(
                MethodForecaster.of(Repetition.last()),
                MethodForecaster.of(Repetition.seasonal()),
                MethodForecaster.of(RunningMean.fitter()));
    }

    /** By the name that it gives itself. */
    public static Optional<DemandForecaster> named(String name) {
        return all().stream()
                .filter(forecaster -> forecaster.name().equals(name))
                .findFirst();
    }
}
