package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.calibration.Calibration;
import dev.storetwin.core.forecast.calibration.Optimism;
import dev.storetwin.core.forecast.combination.SeasonedFit;
import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.forecast.history.Observations;
import dev.storetwin.core.forecast.learned.LearnedCombination;
import dev.storetwin.core.forecast.learned.LearnedCombination.Choice;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.core.forecast.method.PlainMethod;
import dev.storetwin.core.forecast.theta.StandardTheta;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;
import java.util.stream.Collectors;

/** One method, or several put together, as a forecaster of single series. */
final class MethodForecaster implements DemandForecaster {

    private static final int SHORTEST_CALIBRATION = 12;
    private static final MethodFitter QUICK = new PlainMethod("theta", StandardTheta::fit);

    private final String name;
    private final boolean expectation;
    private final Fitting fitting;

    /** From a series to the method that is to forecast it. */
    private interface Fitting {
        Choice fit(SeasonedFit seasoned, double[] values);
    }

    private MethodForecaster(String name, boolean expectation, Fitting fitting) {
        this.name = name;
        this.expectation = expectation;
        this.fitting = fitting;
    }

    static MethodForecaster of(MethodFitter method) {
        return new MethodForecaster(
                method.name(),
                method.isExpectation(),
                (seasoned, values) -> Choice.of(seasoned.fit(method), method.name()));
    }

    static MethodForecaster median(String name, List<MethodFitter> methods) {
        var reason = "the median of " + methods.stream().map(MethodFitter::name).collect(Collectors.joining(", "));
        return new MethodForecaster(
                name,
                methods.stream().allMatch(MethodFitter::isExpectation),
                (seasoned, values) -> Choice.of(seasoned.median(methods), reason));
    }

    /** Weighed by what each series looks like. */
    static MethodForecaster weighted(String name, LearnedCombination combination) {
        return new MethodForecaster(name, true, combination::fit);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DemandForecast forecast(TimeSeries history, int horizon) {
        return fit(history, horizon).forecast(horizon);
    }

    @Override
    public DemandModel fit(TimeSeries history) {
        int season = Math.min(history.seasonality().shortest(), history.size());
        return fit(history, Math.max(SHORTEST_CALIBRATION, season));
    }

    private DemandModel fit(TimeSeries series, int horizon) {
        Steps.checkHorizon(horizon);
        var history = Observations.of(series);
        if (history.known() == 0) {
            return new UnknownModel(this, series);
        }
        var values = history.inOwnUnit();
        var seasoned = SeasonedFit.of(values, series.seasonality());
        var choice = fitting.fit(seasoned, values);
        var calibration = Calibration.of(choice.method(), values, horizon)
                .widened(seasoned.season().doubt() * Optimism.of(QUICK, seasoned.adjusted(), horizon));
        return MethodModel.of(this, history, choice, calibration);
    }

    boolean isExpectation() {
        return expectation;
    }
}
