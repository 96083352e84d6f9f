package dev.storetwin.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.backtest.RollingOriginBacktest;
import dev.storetwin.core.forecast.global.GlobalForecaster;
import dev.storetwin.core.forecast.global.GlobalSettings;
import dev.storetwin.core.forecast.global.KnownAhead;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.Learner;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the engine's global model makes of these learners. */
class GlobalForecastTest {

    private static final Learner TREES = new LightGbmLearner();
    private static final Learner STAND_IN =
            new LightGbmLearner(LightGbmSettings.defaults(), () -> Optional.of("it is not here"));

    @Test
    void a_season_that_no_series_is_long_enough_to_show_is_learned_from_all() {
        needsTrees();
        var panel = seasonal(120);

        var forecasts = foretold(TREES, panel);

        // Periods 20 to 23 of a cycle of 4: low, low, low, high. The same period of the cycle before may have sold
        // nothing.
        double low = forecasts.stream().mapToDouble(it -> it.mean(2)).sum();
        double high = forecasts.stream().mapToDouble(it -> it.mean(4)).sum();
        assertThat(high).isGreaterThan(2.5 * low);
    }

    @Test
    void the_same_panel_gives_the_same_forecasts_bit_for_bit() {
        needsTrees();
        var first = foretold(TREES, seasonal(60));
        var second = foretold(new LightGbmLearner(), seasonal(60));

        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).means()).isEqualTo(first.get(i).means());
            assertThat(second.get(i).paths(3, 9)).isEqualTo(first.get(i).paths(3, 9));
        }
    }

    @Test
    void without_the_native_library_the_forecast_says_what_learned_in_its_place() {
        var forecast = foretold(STAND_IN, seasonal(60)).get(0);

        assertThat(forecast.reason()).contains("linear stands in for lightgbm: it is not here");
        assertThat(forecast.card().name()).isEqualTo("linear");
        assertThat(forecast.mean(4)).isGreaterThan(forecast.mean(2));
    }

    @Test
    @Tag("data")
    void slow_car_parts_are_foretold_better_than_by_their_own_past() {
        needsTrees();
        var parts = SharedData.series("carparts/sales.csv.gz");

        assertThat(backtest(parts, 6, TREES).spl()).isLessThan(.150);
        assertThat(backtest(parts, 6, STAND_IN).spl()).isLessThan(.155);
    }

    @Test
    @Tag("data")
    void weekly_series_of_a_competition_are_foretold_as_well_as_by_its_winner() {
        needsTrees();
        var series = SharedData.series("m4-weekly/train.csv.gz", "m4-weekly/test.csv.gz");

        var result = backtest(series, 13, TREES);

        assertThat(result.mase()).isLessThan(2.356);
        assertThat(result.coverage95()).isBetween(.93, .98);
    }

    private static void needsTrees() {
        assumeTrue(NativeLibrary.bundled().obstacle().isEmpty());
    }

    private static List<DemandForecast> foretold(Learner learner, List<TimeSeries> panel) {
        var taught = global(learner).among(panel, 4);
        return panel.stream().map(it -> taught.forecast(it, 4)).toList();
    }

    private static GlobalForecaster global(Learner learner) {
        return new GlobalForecaster(learner, ForecastMethods.usual(), KnownAhead.NOTHING, GlobalSettings.defaults());
    }

    private static BacktestResult backtest(List<TimeSeries> series, int horizon, Learner learner) {
        return RollingOriginBacktest.of(BacktestSettings.of(horizon, 1))
                .run(series, List.of(global(learner)))
                .get(0);
    }

    /** Counts of 20 periods that sell four times as much in each fourth one, and now and then nothing. */
    private static List<TimeSeries> seasonal(int count) {
        var random = new SplittableRandom(8);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var values = new double[20];
                    for (int t = 0; t < 20; t++) {
                        int usual = (t % 4 == 3 ? 4 : 1) * (5 + i % 7);
                        boolean nothing = t == 2 + i % 3 || t == 9 + i % 5 || random.nextInt(12) == 0;
                        values[t] = nothing ? 0 : usual + random.nextInt(-3, 4);
                    }
                    return TimeSeries.of("s" + i, values).withSeasonality(Seasonality.of(4));
                })
                .toList();
    }
}
