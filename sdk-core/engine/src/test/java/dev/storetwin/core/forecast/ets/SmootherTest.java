package dev.storetwin.core.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Each part once, worked by hand. */
class SmootherTest {

    private static final double[] NO_SEASON = {};

    @Test
    void a_level_moves_by_a_share_of_the_surprise() {
        var smoother = smoother("ANN", new Smoothing(.5, 0, 0, 1), 10, 0, NO_SEASON);

        smoother.see(14);

        assertThat(smoother.forecast()).isEqualTo(12);
    }

    @Test
    void a_trend_moves_by_its_own_share() {
        var smoother = smoother("AAN", new Smoothing(.5, .25, 0, 1), 10, 2, NO_SEASON);
        assertThat(smoother.forecast()).isEqualTo(12);

        smoother.see(16);

        assertThat(smoother.level()).isEqualTo(14);
        assertThat(smoother.trend()).isEqualTo(3);
        assertThat(smoother.ahead(3)).containsExactly(17, 20, 23);
    }

    @Test
    void a_damped_trend_fades() {
        var smoother = smoother("AAdN", new Smoothing(.5, .25, 0, .5), 10, 8, NO_SEASON);

        assertThat(smoother.ahead(3)).containsExactly(14, 16, 17);
    }

    @Test
    void a_multiplicative_trend_is_a_factor() {
        var smoother = smoother("MMN", new Smoothing(.5, .25, 0, 1), 10, 2, NO_SEASON);
        assertThat(smoother.forecast()).isEqualTo(20);

        smoother.see(24);

        assertThat(smoother.level()).isEqualTo(22);
        assertThat(smoother.trend()).isEqualTo(2.1, within(1e-12));
        assertThat(smoother.forecast()).isEqualTo(46.2, within(1e-12));
    }

    @Test
    void a_damped_factor_is_rooted() {
        var smoother = smoother("MMdN", new Smoothing(.5, .25, 0, .5), 10, 16, NO_SEASON);

        assertThat(smoother.ahead(2)).containsExactly(40, 80);
    }

    @Test
    void an_additive_season_learns_on_its_turn() {
        var smoother = smoother("ANA", new Smoothing(.5, 0, .25, 1), 10, 0, new double[] {3, -3});
        assertThat(smoother.forecast()).isEqualTo(13);

        smoother.see(17);

        assertThat(smoother.level()).isEqualTo(12);
        assertThat(smoother.seasons()).containsExactly(-3, 4);
        assertThat(smoother.ahead(3)).containsExactly(9, 16, 9);
    }

    @Test
    void a_multiplicative_season_is_a_factor() {
        var smoother = smoother("MNM", new Smoothing(.5, 0, .25, 1), 10, 0, new double[] {2, .5});
        assertThat(smoother.forecast()).isEqualTo(20);

        smoother.see(28);

        assertThat(smoother.level()).isEqualTo(12);
        assertThat(smoother.seasons()).containsExactly(.5, 2.2);
    }

    @Test
    void an_unknown_value_is_no_surprise() {
        var smoother = smoother("AAA", new Smoothing(.5, .25, .25, 1), 10, 2, new double[] {3, -3});
        var expected = smoother.ahead(4);

        smoother.see(Double.NaN);

        assertThat(smoother.ahead(3)).containsExactly(expected[1], expected[2], expected[3]);
    }

    @Test
    void a_larger_unit_scales_what_is_additive() {
        var smoother = smoother("AAM", new Smoothing(.5, .25, .25, 1), 10, 2, new double[] {1.5, .5});

        var hundredfold = smoother.times(100);

        assertThat(hundredfold.level()).isEqualTo(1000);
        assertThat(hundredfold.trend()).isEqualTo(200);
        assertThat(hundredfold.seasons()).containsExactly(1.5, .5);
    }

    private static Smoother smoother(
            String letters, Smoothing smoothing, double level, double trend, double[] seasons) {
        return new Smoother(EtsModel.of(letters), smoothing, level, trend, seasons);
    }
}
