package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** How often a simulated series is counted: its seasons, what is foretold, and how long short and long histories are. */
enum Frequency {
    YEARLY(6, 18, 60, 1, 1),
    QUARTERLY(8, 20, 100, 4, 1),
    MONTHLY(18, 40, 240, 12, 1),
    WEEKLY(13, 110, 420, 52, 1),
    DAILY(14, 40, 800, 7, 1),
    HOURLY(48, 120, 960, 24, 1),
    HOURLY_BY_WEEK(48, 400, 1_500, 24, 168);

    private static final List<String> METHODS = List.of("naive", "seasonal-naive", "theta", "ets");

    private final int horizon;
    private final int shortLength;
    private final int longLength;
    private final int season;
    private final int longerSeason;

    /** A season of 1 is none. */
    Frequency(int horizon, int shortLength, int longLength, int season, int longerSeason) {
        this.horizon = horizon;
        this.shortLength = shortLength;
        this.longLength = longLength;
        this.season = season;
        this.longerSeason = longerSeason;
    }

    private Seasonality seasons() {
        return Seasonality.of(season, longerSeason);
    }

    Panel panel(int count) {
        return new Panel(
                "simulated " + name().toLowerCase(Locale.ROOT).replace('_', ' '),
                IntStream.range(0, count).mapToObj(this::series).toList(),
                horizon,
                methods(),
                Optional.empty());
    }

    /** One series: its shape, whether it is short and whether it is counted go round with the index. */
    TimeSeries series(int index) {
        var shapes = SimulatedShape.values();
        int round = index / shapes.length;
        int length = horizon + (round % 2 == 0 ? shortLength : longLength);
        boolean counted = round / 2 % 2 == 1;
        var values = shapes[index % shapes.length].values(
                name(), index, length, counted, seasons().periods());
        return TimeSeries.of("%s %05d".formatted(name(), index), values).withSeasonality(seasons());
    }

    private static Map<String, DemandForecaster> methods() {
        var methods = new LinkedHashMap<String, DemandForecaster>();
        methods.put("default", ForecastMethods.usual());
        METHODS.forEach(it -> methods.put(it, ForecastMethods.named(it).orElseThrow()));
        return methods;
    }
}
