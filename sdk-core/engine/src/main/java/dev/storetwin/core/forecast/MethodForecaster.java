package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.calibration.Calibration;
import dev.storetwin.core.forecast.calibration.Optimism;
import dev.storetwin.core.forecast.combination.Combined;
import dev.storetwin.core.forecast.combination.Combined.Member;
import dev.storetwin.core.forecast.combination.SeasonedFit;
import dev.storetwin.core.forecast.history.Observations;
import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.core.forecast.method.PlainMethod;
import dev.storetwin.core.forecast.theta.StandardTheta;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;
import java.util.stream.Collectors;

/** One method, or the median of several, as a forecaster of single series. */
final class MethodForecaster implements DemandForecaster {

    private static final int SHORTEST_CALIBRATION = 12;
    private static final MethodFitter QUICK = new PlainMethod("theta", StandardTheta::fit);

    private final String name;
    private final List<MethodFitter> methods;
    private final String reason;

    private MethodForecaster(String name, List<MethodFitter> methods, String reason) {
        this.name = name;
        this.methods = methods;
        this.reason = reason;
    }

    static MethodForecaster of(MethodFitter method) {
        return new MethodForecaster(method.name(), List.of(method), method.name());
    }

    static MethodForecaster median(String name, List<MethodFitter> methods) {
        var names = methods.stream().map(MethodFitter::name).collect(Collectors.joining(", "));
        return new MethodForecaster(name, List.copyOf(methods), "the median of " + names);
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
        return fit(history, Math.max(SHORTEST_CALIBRATION, history.seasonality().shortest()));
    }

    private DemandModel fit(TimeSeries series, int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon (%d) must be at least 1.".formatted(horizon));
        }
        var history = Observations.of(series);
        if (history.known() == 0) {
            return new UnknownModel(this, series);
        }
        var values = history.inOwnUnit();
        var seasoned = SeasonedFit.of(values, series.seasonality());
        var method = fit(seasoned);
        var calibration =
                Calibration.of(method, values, horizon).widened(Optimism.of(QUICK, seasoned.adjusted(), horizon));
        return MethodModel.of(this, history, method, calibration);
    }

    private FittedMethod fit(SeasonedFit seasoned) {
        if (methods.size() == 1) {
            return seasoned.fit(methods.get(0));
        }
        return Combined.median(methods.stream()
                .map(it -> new Member(it.name(), seasoned.fit(it), 1.0 / methods.size()))
                .toList());
    }

    boolean isExpectation() {
        return methods.stream().allMatch(MethodFitter::isExpectation);
    }

    String reason() {
        return reason;
    }
}
