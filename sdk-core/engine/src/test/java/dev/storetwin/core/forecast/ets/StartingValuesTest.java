package dev.storetwin.core.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StartingValuesTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void the_level_is_the_mean_of_the_first_ten_values() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000, 1000};

        assertThat(start(values, 1, "ANN").level).isEqualTo(5.5, ROUNDING);
    }

    @Test
    void a_trend_is_the_line_through_the_first_values_before_the_first() {
        double[] values = {5, 7, 9, 11, 13};

        var start = start(values, 1, "AAN");

        assertThat(start.level).isEqualTo(3, ROUNDING);
        assertThat(start.trend).isEqualTo(2, ROUNDING);
    }

    @Test
    void a_multiplicative_trend_is_the_ratio_of_the_first_two_points_of_the_line() {
        double[] values = {5, 7, 9, 11, 13};

        var start = start(values, 1, "MMN");

        assertThat(start.trend).isEqualTo(7 / 5., ROUNDING);
        assertThat(start.level).isEqualTo(25 / 7., ROUNDING);
    }

    @Test
    void additive_seasons_come_from_the_decomposition() {
        double[] values = {11, 12, 13, 6, 15, 16, 17, 10, 19, 20, 21, 14};

        var start = start(values, 4, "AAA");

        assertSeasons(start.seasons, 2, 2, 2, -6);
        assertThat(start.trend).isEqualTo(1, ROUNDING);
        assertThat(start.level).isEqualTo(8, ROUNDING);
    }

    @Test
    void multiplicative_seasons_come_from_the_decomposition() {
        double[] values = {15, 10, 5, 15, 10, 5, 15, 10, 5};

        var start = start(values, 3, "MNM");

        assertSeasons(start.seasons, 1.5, 1, .5);
        assertThat(start.level).isEqualTo(10, ROUNDING);
    }

    @Test
    void with_few_cycles_seasons_come_from_what_stands_out_from_a_line() {
        double[] values = {10, 14, 10, 6, 10, 14, 10, 6};

        var start = start(values, 4, "ANA");

        assertSeasons(start.seasons, 0, 4, 0, -4);
        assertThat(start.level).isEqualTo(10, ROUNDING);
    }

    private static StartingValues start(double[] values, int period, String letters) {
        return StartingValues.of(values, period, EtsModel.of(letters));
    }

    private static void assertSeasons(double[] seasons, double... expected) {
        Assertions.assertThat(seasons).containsExactly(expected, ROUNDING);
    }
}
