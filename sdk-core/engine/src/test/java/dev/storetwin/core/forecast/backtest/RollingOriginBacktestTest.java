package dev.storetwin.core.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Progress;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RollingOriginBacktestTest {

    private static final DemandForecaster NAIVE = ForecastMethods.named("naive").orElseThrow();

    private static final BacktestSettings TWO_STEPS = BacktestSettings.of(2, 1).withCosts(1, 4);

    private static BacktestResult naive(BacktestSettings settings, TimeSeries... series) {
        return RollingOriginBacktest.of(settings)
                .run(List.of(series), List.of(NAIVE))
                .get(0);
    }

    /**
     * History 2, 4, 4, 8: changes 2, 0, 4 with mean 2 and mean square 20 / 3. Naive says 8 and 8, then 6 and 10 happen: errors 2 and
     * -2.
     */
    @Test
    void figures_agree_with_those_worked_by_hand() {
        var result = naive(TWO_STEPS, TimeSeries.of("mug", 2, 4, 4, 8, 6, 10));

        assertThat(result.n()).isEqualTo(2);
        assertThat(result.smape()).isEqualTo((400 / 14.0 + 400 / 18.0) / 2, within(1e-9));
        assertThat(result.mase()).isEqualTo(2 / 2.0, within(1e-9));
        assertThat(result.rmsse()).isEqualTo(Math.sqrt(4 / (20 / 3.0)), within(1e-9));
        assertThat(result.wape()).isEqualTo(4 / 16.0, within(1e-9));
        assertThat(result.bias()).isZero();
        assertThat(result.coverage95()).isOne();
    }

    /** Sure of 10, whatever the level: 4 too much, then 5 too little. The mean of the nine levels is .5, the scale 2. */
    @Test
    void quantiles_are_judged_by_pinball_loss_and_by_what_ordering_them_costs() {
        var result = RollingOriginBacktest.of(TWO_STEPS)
                .run(List.of(TimeSeries.of("mug", 2, 4, 4, 8, 6, 15)), List.of(new Sure(10)))
                .get(0);

        assertThat(result.spl()).isEqualTo((4 + 5) * .5 / 2 / 2, within(1e-12));
        assertThat(result.cost()).isEqualTo((1 * 4 + 4 * 5) / 2.0, within(1e-12));
        assertThat(result.coverage95()).isZero();
        assertThat(result.bias()).isEqualTo((4 - 5) / 21.0, within(1e-12));
    }

    private record Sure(double amount) implements DemandForecaster {

        @Override
        public String name() {
            return "sure";
        }

        /** What naive says of a thing that always sold this much. */
        @Override
        public DemandForecast forecast(TimeSeries history, int horizon) {
            return NAIVE.forecast(TimeSeries.of(history.name(), amount, amount, amount), horizon);
        }
    }

    @Test
    void an_expected_zero_that_comes_is_no_error() {
        var result = naive(TWO_STEPS, TimeSeries.of("bolt", 0, 3, 0, 0, 0, 0));

        assertThat(result.smape()).isZero();
        assertThat(result.wape()).isZero();
    }

    @Test
    void what_nobody_knows_is_not_judged() {
        var cut = TimeSeries.of("mug", 2, 4, 4, 8, 0, 10).withInStock(true, true, true, true, false, true);

        assertThat(naive(TWO_STEPS, cut).n()).isOne();
        assertThat(naive(TWO_STEPS, cut).bias()).isEqualTo(-.2, within(1e-12));
        assertThat(naive(TWO_STEPS, TimeSeries.of("mug", 1, 2, Double.NaN, Double.NaN)))
                .matches(it -> it.n() == 0);
    }

    @Test
    void a_history_that_never_moved_has_no_scale_but_counts_otherwise() {
        var result =
                naive(TWO_STEPS, TimeSeries.of("still", 5, 5, 5, 5, 7, 7), TimeSeries.of("moving", 2, 4, 4, 8, 6, 10));

        assertThat(result.n()).isEqualTo(4);
        assertThat(result.mase()).isOne();
        assertThat(result.wape()).isEqualTo((4 + 4) / (14 + 16.0), within(1e-12));
    }

    @Test
    void origins_roll_and_those_without_history_are_left_out() {
        var series = TimeSeries.of("mug", 2, 4, 4, 8, 6, 10);

        assertThat(naive(BacktestSettings.of(2, 3), series).n()).isEqualTo(6);
        assertThat(naive(BacktestSettings.of(2, 100), series).n()).isEqualTo(8);
        assertThat(naive(BacktestSettings.of(2, 2).withStride(3), series).n()).isEqualTo(4);
        assertThat(naive(BacktestSettings.of(6, 1), series).n()).isZero();
    }

    @Test
    void neither_threads_nor_the_order_of_series_change_a_bit() {
        var series = many(40);
        var shuffled = new ArrayList<>(series);
        Collections.shuffle(shuffled, new Random(5));
        var settings = BacktestSettings.of(7, 2);
        var methods = ForecastMethods.all();

        var alone = RollingOriginBacktest.of(settings).run(series, methods);
        var four = Executors.newFixedThreadPool(4);
        try {
            var together = new RollingOriginBacktest(settings, four, Progress.NONE, () -> 0).run(shuffled, methods);

            assertThat(together).isEqualTo(alone);
        } finally {
            four.shutdownNow();
        }
    }

    @Test
    void a_batch_answers_in_the_order_of_its_series_whatever_the_threads() {
        var series = many(20);
        var four = Executors.newFixedThreadPool(4);
        try {
            var together = new ForecastBatch(ForecastMethods.usual(), four, Progress.NONE).forecast(series, 5);
            var alone = ForecastBatch.of(ForecastMethods.usual()).forecast(series, 5);

            assertThat(together)
                    .extracting(DemandForecast::series)
                    .isEqualTo(series.stream().map(TimeSeries::name).toList());
            for (int i = 0; i < series.size(); i++) {
                assertThat(together.get(i).means()).isEqualTo(alone.get(i).means());
                assertThat(together.get(i).paths(2, 1))
                        .isDeepEqualTo(alone.get(i).paths(2, 1));
            }
        } finally {
            four.shutdownNow();
        }
    }

    private static List<TimeSeries> many(int count) {
        var series = new ArrayList<TimeSeries>();
        for (int i = 0; i < count; i++) {
            var draw = Draws.of(9).keyed("series", "mug", i);
            var values = new double[60];
            Arrays.setAll(values, day -> draw.nextBoolean(.6) ? draw.nextInt(9) + .1 * draw.nextInt(10) : 0);
            series.add(TimeSeries.of("series-" + i, values));
        }
        return series;
    }

    @Test
    void tells_of_every_series_done_and_of_the_time_it_took() {
        var told = new ArrayList<String>();
        var clock = new AtomicLong();

        var results = new RollingOriginBacktest(
                        TWO_STEPS,
                        Runnable::run,
                        (done, total) -> told.add(done + "/" + total),
                        () -> clock.getAndAdd(500_000_000))
                .run(many(3), List.of(NAIVE));

        assertThat(told).containsExactly("1/3", "2/3", "3/3");
        assertThat(results.get(0).cpuSeconds()).isEqualTo(2);
    }

    @Test
    void two_series_of_one_name_are_refused() {
        var twins = List.of(TimeSeries.of("mug", 1, 2, 3), TimeSeries.of("mug", 1, 2, 3));

        assertThatThrownBy(() -> RollingOriginBacktest.of(TWO_STEPS).run(twins, ForecastMethods.all()))
                .hasMessageContaining("named mug")
                .hasMessageContaining("Maybe");
    }

    @Test
    void what_a_method_throws_comes_out_as_it_was() {
        var failing = new DemandForecaster() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public DemandForecast forecast(TimeSeries history, int horizon) {
                throw new IllegalStateException("no forecast of " + history.name());
            }
        };

        assertThatThrownBy(() -> RollingOriginBacktest.of(TWO_STEPS).run(many(2), List.of(failing)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no forecast of series-0");
    }

    @Test
    void methods_are_found_by_name() {
        assertThat(ForecastMethods.all())
                .extracting(DemandForecaster::name)
                .startsWith("usual", "naive")
                .contains("climatology", "ses-counts", "sba", "ets", "arima", "theta", "combination")
                .doesNotHaveDuplicates();
        assertThat(ForecastMethods.named("theta")).map(DemandForecaster::name).contains("theta");
        assertThat(ForecastMethods.named("tea-leaves")).isEmpty();
    }
}
