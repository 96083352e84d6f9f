package dev.storetwin.core.forecast.coldstart;

import dev.storetwin.core.forecast.distribution.ErrorShape;
import dev.storetwin.core.forecast.distribution.Spread;
import dev.storetwin.core.forecast.distribution.SpreadForecast;
import dev.storetwin.core.forecast.distribution.Support;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.ModelCard;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Forecasts series that are new from those of their like, all others as ever. */
public final class Newcomers implements DemandForecaster {

    private final DemandForecaster usual;
    private final ColdStart shop;
    private final Support support;

    private Newcomers(DemandForecaster usual, ColdStart shop, Support support) {
        this.usual = usual;
        this.shop = shop;
        this.support = support;
    }

    /**
     * Learns from series what their like may sell.
     *
     * @param usual      for series that are not new
     * @param attributes by name of the series and key
     */
    public static Newcomers among(
            List<TimeSeries> series, Map<String, Map<String, String>> attributes, DemandForecaster usual) {
        boolean isCounted = series.stream().allMatch(Newcomers::isCounted);
        return new Newcomers(
                usual, ColdStart.fit(attributes, series), isCounted ? Support.COUNT : Support.NON_NEGATIVE);
    }

    private static boolean isCounted(TimeSeries series) {
        return IntStream.range(0, series.size())
                .mapToDouble(series::value)
                .allMatch(it -> Double.isNaN(it) || it == Math.rint(it));
    }

    /** Nothing is known of it, or only of the last few periods. */
    public static boolean isNew(TimeSeries series) {
        return series.size() - ColdStart.firstKnown(series) < ColdStart.OLD_ENOUGH;
    }

    @Override
    public String name() {
        return usual.name();
    }

    @Override
    public DemandForecast forecast(TimeSeries history, int horizon) {
        if (!isNew(history)) {
            return usual.forecast(history, horizon);
        }
        return shop.expect(history, horizon)
                .map(it -> forecast(history, it))
                .orElseGet(() -> usual.forecast(history, horizon));
    }

    @Override
    public DemandForecaster among(List<TimeSeries> panel, int horizon) {
        return new Newcomers(usual.among(panel, horizon), shop, support);
    }

    private DemandForecast forecast(TimeSeries history, Newcomer expected) {
        var deviations = expected.deviations();
        return new SpreadForecast(
                history.name(),
                expected.means(),
                Spread.of(deviations, Spread.growthOf(deviations)),
                ErrorShape.NORMAL,
                support,
                ModelCard.of("cold-start", "1"),
                expected.reason());
    }
}
