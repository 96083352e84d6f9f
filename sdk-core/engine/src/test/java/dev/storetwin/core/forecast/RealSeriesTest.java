package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.backtest.RollingOriginBacktest;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accuracy on series of the M4 competition and on slow-moving parts, against published figures and the plain methods. */
@Tag("data")
class RealSeriesTest {

    @Test
    void weekly_series_of_a_competition_are_foretold_as_well_as_published() {
        var results = backtest(weekly(), 13);

        assertThat(results.get("naive").mase()).isEqualTo(2.777, within(.001));
        assertThat(results.get("ses").mase()).isEqualTo(2.685, within(.005));
        assertThat(results.get("ses").smape()).isEqualTo(9.012, within(.02));
        assertThat(results.get("theta").mase()).isEqualTo(2.637, within(.01));
        assertThat(results.get("theta").smape()).isEqualTo(9.093, within(.02));
        assertThat(results.get("pick").mase()).isLessThan(2.68);
        assertThat(results.get("pick").coverage95()).isBetween(.93, .97);
        assertThat(results.get("pick").spl())
                .isLessThan(
                        Math.min(results.get("ses").spl(), results.get("theta").spl()));
    }

    @Test
    void weekly_forecasts_are_numbers_that_never_cross_and_never_fall_below_zero() {
        var levels = QuantileLevels.of(.001, .025, .1, .25, .5, .75, .9, .975, .999);

        var forecasts =
                ForecastBatch.of(ForecastMethods.usual()).forecast(SharedData.series("m4-weekly/train.csv.gz"), 13);

        assertThat(forecasts).hasSize(359).allSatisfy(forecast -> {
            assertThat(Arrays.stream(forecast.means())).allMatch(mean -> mean >= 0);
            for (var row : forecast.quantiles(levels)) {
                assertThat(Arrays.stream(row)).isSorted().allMatch(quantile -> quantile >= 0);
            }
        });
    }

    @Test
    void the_pick_is_never_far_from_the_best_method_for_slow_sellers() {
        assertNearBest(withoutGaps("carparts/sales.csv.gz"));
        assertNearBest(SharedData.series("auto3000/demand.csv.gz"));
    }

    private static void assertNearBest(List<TimeSeries> parts) {
        var results = backtest(parts, 6);
        double best =
                results.values().stream().mapToDouble(BacktestResult::spl).min().orElseThrow();

        assertThat(results.get("pick").spl()).isLessThan(1.05 * best);
        assertThat(results.get("pick").coverage95()).isBetween(.93, .99);
    }

    private static List<TimeSeries> weekly() {
        return SharedData.series("m4-weekly/train.csv.gz", "m4-weekly/test.csv.gz");
    }

    private static List<TimeSeries> withoutGaps(String file) {
        return SharedData.series(file).stream()
                .filter(part -> Arrays.stream(part.values()).noneMatch(Double::isNaN))
                .toList();
    }

    private static Map<String, BacktestResult> backtest(List<TimeSeries> series, int horizon) {
        return RollingOriginBacktest.of(BacktestSettings.of(horizon, 1)).run(series, ForecastMethods.all()).stream()
                .collect(Collectors.toMap(BacktestResult::method, Function.identity()));
    }
}
