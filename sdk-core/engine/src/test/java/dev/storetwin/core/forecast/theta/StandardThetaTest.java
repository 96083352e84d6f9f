package dev.storetwin.core.forecast.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.method.FittedMethodLaws;
import org.junit.jupiter.api.Test;

class StandardThetaTest {

    private static final double[] SALES = {12, 15, 11, 18, 17, 21, 16, 24, 23, 22, 27, 25};

    @Test
    void adds_half_the_trend_for_each_step_and_for_the_lag_of_the_level() {
        var fitted = StandardTheta.fit(SALES);
        double alpha = Double.parseDouble(fitted.settings().getOrDefault("alpha", ""));
        double level = Double.parseDouble(fitted.settings().getOrDefault("first_level", ""));
        for (double value : SALES) {
            level += alpha * (value - level);
        }
        double drift = Line.through(SALES).slope() / 2;
        double lag = (1 - Math.pow(1 - alpha, SALES.length)) / alpha;

        assertThat(fitted.means(3)[0]).isEqualTo(level + drift * lag, within(1e-9));
        assertThat(fitted.means(3)[2]).isEqualTo(level + drift * (2 + lag), within(1e-9));
    }

    @Test
    void smoothing_by_hand() {
        // with all weight on the last value the first level only matters for the first period, which it then fits
        // exactly
        var smoothing = Smoothing.of(new double[] {1, 2, 3, 4, 5});

        assertThat(smoothing.alpha()).isGreaterThan(.99);
        assertThat(smoothing.first()).isEqualTo(1, within(1e-3));
        assertThat(smoothing.error()).isEqualTo(4, within(1e-2));
        assertThat(smoothing.variance()).isEqualTo(4 / 3.0, within(1e-2));
    }

    @Test
    void laws_of_fitted_methods() {
        var fitted = StandardTheta.fit(SALES);

        FittedMethodLaws.everyHistoryHasAnAnswer(StandardTheta::fit);
        FittedMethodLaws.timeGoesBothWays(fitted, SALES, 3);
        FittedMethodLaws.fittedIsWhatWasForecast(fitted);
        FittedMethodLaws.theUnknownIsNoSurprise(fitted);
        FittedMethodLaws.deviationsAddUpSurprises(fitted, 6);
    }

    @Test
    void a_season_from_outside_is_taken_off_and_put_back() {
        double[] factors = {.5, 1.5};
        double[] adjusted = {10, 12, 11, 13, 12};
        double[] seen = {5, 18, 5.5, 19.5, 6};
        var plain = StandardTheta.fit(adjusted);

        var seasonal = Reseasoned.multiplicative(StandardTheta.fit(Reseasoned.without(seen, factors, true)), factors);

        assertThat(seasonal.means(2)[0]).isEqualTo(1.5 * plain.means(2)[0], within(1e-9));
        assertThat(seasonal.means(2)[1]).isEqualTo(.5 * plain.means(2)[1], within(1e-9));
        assertThat(seasonal.deviations(2)[1]).isEqualTo(.5 * plain.deviations(2)[1], within(1e-9));
        assertThat(Reseasoned.asPublished(plain, factors).deviations(2)).isEqualTo(plain.deviations(2));
        FittedMethodLaws.timeGoesBothWays(seasonal, seen, 2);
    }

    @Test
    void an_additive_season_moves_the_means_alone() {
        double[] addends = {-3, 3};
        double[] seen = {5, 18, 5.5, 19.5, 6};
        var plain = StandardTheta.fit(Reseasoned.without(seen, addends, false));

        var seasonal = Reseasoned.additive(plain, addends);

        assertThat(seasonal.means(2)).containsExactly(plain.means(2)[0] + 3, plain.means(2)[1] - 3);
        assertThat(seasonal.deviations(2)).isEqualTo(plain.deviations(2));
        assertThat(seasonal.fitted()[1]).isEqualTo(plain.fitted()[1] + 3);
    }

    @Test
    void a_closed_position_of_the_cycle_says_nothing_about_the_level() {
        assertThat(Reseasoned.without(new double[] {8, 0, 8, 0}, new double[] {2, 0}, true))
                .containsExactly(4, Double.NaN, 4, Double.NaN);
    }
}
