package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollingOriginPickTest {

    private final Draw draw = Draws.of(1).keyed("history", "mug", 0);

    private String picked(TimeSeries history, int horizon) {
        return ForecastMethods.usual().forecast(history, horizon).card().name();
    }

    private TimeSeries series(int size, java.util.function.IntToDoubleFunction value) {
        var values = new double[size];
        Arrays.setAll(values, value);
        return TimeSeries.of("mug", values);
    }

    @Test
    void a_trend_is_followed_by_theta() {
        var trend = series(120, i -> 50.5 + 3 * i + draw.nextGaussian());

        assertThat(picked(trend, 12)).isEqualTo("theta");
    }

    @Test
    void a_fixed_level_is_left_to_smoothing_or_the_mean() {
        var level = series(200, i -> 100.5 + 10 * draw.nextGaussian());

        assertThat(picked(level, 7)).isIn("ses", "mean");
    }

    @Test
    void a_season_that_only_repetition_knows_is_repeated() {
        double[] year = new double[48];
        Arrays.setAll(year, i -> 100 * draw.nextDouble());
        var twoYears = series(96, i -> year[i % 48]).withSeasonality(Seasonality.of(48));

        assertThat(picked(twoYears, 8)).isEqualTo("seasonal-naive");
    }

    @Test
    void slow_sellers_are_never_foretold_by_their_last_value() {
        for (int run = 0; run < 20; run++) {
            var slow = series(150, i -> draw.nextBoolean(.15) ? 1 + draw.nextInt(3) : 0);

            assertThat(picked(slow, 14)).isIn("ses", "mean", "croston-sba");
        }
    }

    @Test
    void among_equals_the_champion_stays() {
        var same = RollingOriginPick.of(new SimpleExponentialSmoothing(), new HistoricalMean(), SeasonalNaive.naive());

        assertThat(same.forecast(series(40, i -> 7), 5).card().name()).isEqualTo("ses");
    }

    @Test
    void says_why() {
        var trend = ForecastMethods.usual().forecast(series(120, i -> 50.5 + 3 * i + draw.nextGaussian()), 12);
        var level = ForecastMethods.usual().forecast(series(30, i -> 20.5 + draw.nextGaussian()), 12);
        var few = ForecastMethods.usual().forecast(series(3, i -> i), 12);

        assertThat(trend.reason())
                .startsWith("theta, clearly better than ses from")
                .contains("naive", "mean");
        assertThat(level.reason()).startsWith("ses, no other method was clearly better");
        assertThat(few.reason()).isEqualTo("ses, because 3 known values are too few to compare methods by");
    }

    @Test
    void a_trial_judges_apart_where_there_is_room_and_close_by_where_there_is_not() {
        List<ForecastMethod> methods = List.of(SeasonalNaive.naive());

        var roomy = Trial.of(methods, Observations.of(series(1000, i -> i % 9)), 10);
        var tight = Trial.of(methods, Observations.of(series(24, i -> i % 9)), 10);

        assertThat(roomy.origins()).isEqualTo(24);
        assertThat(roomy.overlap()).isOne();
        assertThat(tight.origins()).isGreaterThanOrEqualTo(6);
        assertThat(tight.overlap()).isGreaterThan(1);
    }

    /** Ahead by 1, 2, 1 and 0: mean 1, standard deviation the root of 2/3, standard error half of that. */
    @Test
    void a_lead_is_measured_in_standard_errors() {
        double[][] losses = {{3, 4, 5, 4}, {2, 2, 4, 4}, {2, 3, 4, 3}};
        var apart = new Trial(losses, 1);
        var overlapping = new Trial(losses, 4);

        assertThat(apart.meanLoss(0)).isEqualTo(4);
        assertThat(apart.lead(1, 0)).isEqualTo(Math.sqrt(6), within(1e-12));
        assertThat(overlapping.lead(1, 0)).isEqualTo(Math.sqrt(6) / 2, within(1e-12));
        assertThat(apart.lead(0, 1)).isZero();
        assertThat(apart.lead(2, 0)).isInfinite();
        assertThat(new Trial(new double[][] {{3}, {2}}, 1).lead(1, 0)).isZero();
    }

    /** A constant is foretold without error by naive; a unit off costs half a unit on average over the levels. */
    @Test
    void a_trial_measures_quantile_loss() {
        var step = Observations.of(series(30, i -> i < 29 ? 10.5 : 11.5));

        var trial = Trial.of(List.of(SeasonalNaive.naive()), step, 1);

        assertThat(trial.losses()[0][0]).isEqualTo(.5, within(1e-12));
        assertThat(trial.losses()[0][1]).isZero();
        assertThat(Pinball.loss(.9, 10, 12)).isEqualTo(1.8, within(1e-12));
        assertThat(Pinball.loss(.9, 12, 10)).isEqualTo(.2, within(1e-12));
    }
}
