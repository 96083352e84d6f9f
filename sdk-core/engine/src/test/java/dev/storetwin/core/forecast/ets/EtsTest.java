package dev.storetwin.core.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class EtsTest {

    @Test
    void chooses_a_trend_where_there_is_one() {
        var fitted = Ets.auto(series(60, i -> 100 + 3 * i, 5), 1);

        assertThat(fitted.model().trend()).isEqualTo(Component.ADDITIVE);
        assertThat(fitted.means(10)[9]).isEqualTo(100 + 3 * 69, within(12.));
    }

    @Test
    void chooses_no_trend_and_no_season_where_there_are_none() {
        var fitted = Ets.auto(series(60, i -> 100, 5), 12);

        assertThat(fitted.model().trend()).isEqualTo(Component.NONE);
        assertThat(fitted.model().season()).isEqualTo(Component.NONE);
        assertThat(fitted.means(12)).containsOnly(fitted.means(1)[0]);
    }

    @Test
    void chooses_a_season_where_there_is_one() {
        var fitted = Ets.auto(series(60, i -> 100 + (i % 4 == 3 ? 60 : 0), 5), 4);

        assertThat(fitted.model().season()).isNotEqualTo(Component.NONE);
        assertThat(fitted.means(4)[3]).isEqualTo(160, within(8.));
    }

    @Test
    void chooses_relative_parts_when_the_swing_grows_with_the_level() {
        var fitted = Ets.auto(series(72, i -> (100 + 10 * i) * (i % 4 == 3 ? 1.5 : .8), 2), 4);

        assertThat(fitted.model().season()).isEqualTo(Component.MULTIPLICATIVE);
    }

    @Test
    void takes_only_additive_parts_when_a_value_is_not_above_zero() {
        var values = series(48, i -> 100 + 40 * (i % 4), 2);
        values[20] = 0;

        assertThat(Ets.auto(values, 4).model().needsPositive()).isFalse();
    }

    @Test
    void leaves_out_seasons_that_are_too_long_or_seen_less_than_twice() {
        IntToDoubleFunction weekly = i -> 100 + 50 * Math.sin(2 * Math.PI * i / 52);

        assertThat(Ets.auto(series(200, weekly, 2), 52).model().season()).isEqualTo(Component.NONE);
        assertThat(Ets.auto(series(23, i -> 100 + 50 * (i % 12), 2), 12).model().season())
                .isEqualTo(Component.NONE);
    }

    @Test
    void weighs_as_akaike_does() {
        var fitted = Ets.fit(series(40, i -> 100, 5), 1, EtsModel.of("ANN"));

        assertThat(fitted.aicc()).isEqualTo(-2 * fitted.logLikelihood() + 6 + 24 / 36., within(1e-9));
    }

    @Test
    void fits_closely_what_follows_the_model_exactly() {
        var values = new double[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = 50 + 2 * i;
        }

        assertThat(Ets.auto(values, 1).means(3)).containsExactly(new double[] {130, 132, 134}, within(.05));
    }

    @Test
    void gaps_are_bridged() {
        var values = series(60, i -> 100 + 3 * i, 1);
        var gappy = values.clone();
        for (int i = 5; i < 60; i += 7) {
            gappy[i] = Double.NaN;
        }

        assertThat(Ets.auto(gappy, 1).means(1)[0]).isEqualTo(Ets.auto(values, 1).means(1)[0], within(3.));
    }

    @Test
    void what_is_infinite_is_unknown() {
        var values = series(30, i -> 100, 5);
        var gappy = values.clone();
        values[10] = Double.POSITIVE_INFINITY;
        gappy[10] = Double.NaN;

        assertThat(Ets.auto(values, 1).means(2))
                .containsExactly(Ets.auto(gappy, 1).means(2));
        assertThat(Ets.auto(values, 1).append(Double.NEGATIVE_INFINITY).means(2))
                .containsExactly(Ets.auto(gappy, 1).append(Double.NaN).means(2));
    }

    @Test
    void the_best_of_some_is_the_one_that_fits_best() {
        var values = series(60, i -> 100 + 3 * i, 5);
        var models = List.of(EtsModel.of("ANN"), EtsModel.of("AAN"), EtsModel.of("MMN"));

        var best = Ets.best(values, 1, models);

        assertThat(models)
                .allSatisfy(it -> assertThat(Ets.fit(values, 1, it).aicc()).isGreaterThanOrEqualTo(best.aicc() - 1e-6));
    }

    @Test
    void a_model_that_does_not_suit_is_refused() {
        assertThatThrownBy(() -> Ets.fit(new double[] {1, 2, 3, 4}, 1, EtsModel.of("AAN")))
                .hasMessageContaining("ETS(A,A,N) does not suit 4 known values");
        assertThatThrownBy(() -> Ets.fit(series(30, i -> i - 10, 1), 1, EtsModel.of("MNN")))
                .hasMessageContaining("not above zero");
        assertThatThrownBy(() -> Ets.fit(series(30, i -> 100, 1), 1, EtsModel.of("ANA")))
                .hasMessageContaining("period of 1");
    }

    @Test
    void the_special_cases_fall_back_to_what_suits() {
        double[] few = {4, 5, 6, 5, 6};

        assertThat(Ets.holtWinters(few, 4, Component.MULTIPLICATIVE).model().name())
                .isEqualTo("ETS(A,N,N)");
        assertThat(Ets.holtWinters(series(24, i -> i % 4 - 1, .1), 4, Component.MULTIPLICATIVE)
                        .model()
                        .name())
                .isEqualTo("ETS(A,A,A)");
        assertThat(Ets.holt(new double[] {3}).means(2)).containsExactly(3, 3);
        assertThat(Ets.simple(new double[0]).means(2)).containsExactly(0, 0);
    }

    @Test
    void tells_its_settings() {
        var settings = Ets.holtWinters(series(48, i -> 100 + 40 * (i % 4), 2), 4, Component.ADDITIVE)
                .settings();

        assertThat(settings)
                .containsOnlyKeys("model", "alpha", "beta", "gamma", "first_level", "first_trend", "first_seasons")
                .containsEntry("model", "ETS(A,A,A)");
    }

    private static double[] series(int length, IntToDoubleFunction expected, double noise) {
        var draw = Draws.of(3).keyed("ets", "series", length);
        var values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = expected.applyAsDouble(i) + noise * draw.nextGaussian();
        }
        return values;
    }
}
