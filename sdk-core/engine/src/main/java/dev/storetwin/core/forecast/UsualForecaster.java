package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.history.Observations;
import dev.storetwin.core.forecast.intermittent.DemandClass;
import dev.storetwin.core.forecast.intermittent.SlowSellers;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/**
 * The default: what sells now and then is foretold as counts, all else by the combination, as demand classes have it (Syntetos, Boylan
 * and Croston 2005).
 *
 * @param smooth for what sells steadily, or may be negative
 * @param slow   for what sells now and then
 */
record UsualForecaster(DemandForecaster smooth, DemandForecaster slow) implements DemandForecaster {

    static UsualForecaster of(DemandForecaster smooth) {
        return new UsualForecaster(smooth, SlowSellers.alone());
    }

    @Override
    public String name() {
        return "usual";
    }

    @Override
    public DemandForecast forecast(TimeSeries history, int horizon) {
        return fitting(history).forecast(history, horizon);
    }

    @Override
    public DemandModel fit(TimeSeries history) {
        return fitting(history).fit(history);
    }

    private DemandForecaster fitting(TimeSeries history) {
        return isSlow(history) ? slow : smooth;
    }

    private static boolean isSlow(TimeSeries history) {
        var seen = Observations.of(history);
        return seen.isNonNegative() && seen.known() > 0 && DemandClass.of(seen.values()).isSlow();
    }

    @Override
    public DemandForecaster among(List<TimeSeries> panel, int horizon) {
        var slowSellers = panel.stream().filter(UsualForecaster::isSlow).toList();
        return new UsualForecaster(smooth.among(panel, horizon), slow.among(slowSellers, horizon));
    }
}
