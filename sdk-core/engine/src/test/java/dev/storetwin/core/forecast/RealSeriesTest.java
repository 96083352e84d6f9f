package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.backtest.RollingOriginBacktest;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.Seasonality;
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

    /** Published: naive 9.161 and 2.777, SES 9.012 and 2.685, Theta 9.093 and 2.637; the winner of the competition .851. */
    @Test
    void weekly_series_of_a_competition_are_foretold_better_than_by_its_winner() {
        var results = backtest(weekly(), 13, "usual", "naive", "theta");

        assertThat(results.get("naive").smape()).isEqualTo(9.161, within(.001));
        assertThat(results.get("naive").mase()).isEqualTo(2.777, within(.001));
        var usual = results.get("usual");
        assertThat((usual.smape() / 9.161 + usual.mase() / 2.777) / 2).isLessThan(.85);
        assertThat(usual.mase()).isLessThan(2.34);
        assertThat(usual.coverage95()).isBetween(.93, .97);
        assertThat(usual.spl()).isLessThan(results.get("theta").spl());
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
    void slow_sellers_are_foretold_better_than_by_their_own_quantiles() {
        assertGood(withoutGaps("carparts/sales.csv.gz"), .155);
        assertGood(monthly(SharedData.series("auto3000/demand.csv.gz")), .2);
    }

    private static void assertGood(List<TimeSeries> parts, double most) {
        var results = backtest(parts, 6, "usual", "climatology", "ses-counts", "sba");
        var usual = results.get("usual");

        assertThat(usual.spl()).isLessThan(most);
        assertThat(results.values()).allMatch(it -> usual.spl() <= it.spl());
        assertThat(usual.bias()).isBetween(-.15, .15);
        assertThat(usual.coverage95()).isBetween(.93, .99);
    }

    private static List<TimeSeries> monthly(List<TimeSeries> series) {
        return series.stream().map(it -> it.withSeasonality(Seasonality.of(12))).toList();
    }

    private static List<TimeSeries> weekly() {
        return SharedData.series("m4-weekly/train.csv.gz", "m4-weekly/test.csv.gz");
    }

    private static List<TimeSeries> withoutGaps(String file) {
        return monthly(SharedData.series(file).stream()
                .filter(part -> Arrays.stream(part.values()).noneMatch(Double::isNaN))
                .toList());
    }

    private static Map<String, BacktestResult> backtest(List<TimeSeries> series, int horizon, String... methods) {
        var named = Arrays.stream(methods)
                .map(it -> ForecastMethods.named(it).orElseThrow())
                .toList();
        return RollingOriginBacktest.of(BacktestSettings.of(horizon, 1)).run(series, named).stream()
                .collect(Collectors.toMap(BacktestResult::method, Function.identity()));
    }
}
