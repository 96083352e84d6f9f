package dev.storetwin.core.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Seasonality;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonalProfileTest {

    @Test
    void averages_one_whole_cycle_and_halves_the_ends_of_an_even_one() {
        double[] values = {1, 2, 3, 4, 5, 6};

        assertThat(SeasonalProfile.centredAverage(values, 3)).containsExactly(Double.NaN, 2, 3, 4, 5, Double.NaN);
        assertThat(SeasonalProfile.centredAverage(new double[] {2, 4, 8, 6, 2}, 4))
                .containsExactly(Double.NaN, Double.NaN, (1 + 4 + 8 + 6 + 1) / 4.0, Double.NaN, Double.NaN);
    }

    @Test
    void averages_over_what_is_known_unless_that_is_less_than_half() {
        double[] values = {1, Double.NaN, 3, Double.NaN, Double.NaN, 6};

        assertThat(SeasonalProfile.centredAverage(values, 3))
                .containsExactly(Double.NaN, 2, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void finds_factors_of_a_clear_season() {
        double[] factors = {.5, 1.5, .8, 1.2};
        var values =
                IntStream.range(0, 40).mapToDouble(i -> 20 * factors[i % 4]).toArray();

        var season = SeasonalProfile.of(values, Seasonality.of(4), true, true);

        assertThat(season.period()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(season.factor(i)).isEqualTo(factors[i], within(1e-9));
        }
        assertThat(Arrays.stream(season.adjust(values)))
                .allSatisfy(value -> assertThat(value).isEqualTo(20, within(1e-9)));
    }

    @Test
    void adds_where_values_may_be_negative() {
        double[] addends = {-30, 10, 20};
        var values = IntStream.range(0, 30).mapToDouble(i -> i + addends[i % 3]).toArray();

        var season = SeasonalProfile.of(values, Seasonality.of(3), false, true);

        assertThat(season.factor(1)).isEqualTo(10, within(1e-9));
        assertThat(season.apply(31, 31)).isEqualTo(41, within(1e-9));
        assertThat(season.scale(31)).isOne();
    }

    @Test
    void takes_the_season_that_stands_out_most() {
        var values = IntStream.range(0, 120)
                .mapToDouble(i -> i % 7 == 0 ? 30 : 10 + i % 2)
                .toArray();

        assertThat(SeasonalProfile.of(values, Seasonality.of(5, 7), true, true).period())
                .isEqualTo(7);
    }

    @Test
    void believes_in_no_season_without_two_cycles_or_without_movement() {
        double[] week = {1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7};

        assertThat(SeasonalProfile.of(week, Seasonality.of(7), true, true)).isSameAs(SeasonalProfile.NONE);
        assertThat(SeasonalProfile.of(new double[40], Seasonality.of(7), true, false))
                .isSameAs(SeasonalProfile.NONE);
    }

    /** Mean absolute deviation of the average of 20 values that each scatter by a tenth. */
    private static final double CHANCE = .1 / Math.sqrt(20) * Math.sqrt(2 / Math.PI);

    @Test
    void rarely_sees_a_season_in_noise_and_draws_it_towards_none() {
        int seen = 0;
        double deviations = 0;
        for (int run = 0; run < 200; run++) {
            var draw = Draws.of(7).keyed("noise", "series", run);
            var values = IntStream.range(0, 140)
                    .mapToDouble(i -> 100 + 10 * draw.nextGaussian())
                    .toArray();
            var season = SeasonalProfile.of(values, Seasonality.of(7), true, true);
            seen += season.period() == 7 ? 1 : 0;
            for (int i = 0; i < season.period(); i++) {
                deviations += Math.abs(season.factor(i) - 1);
            }
        }

        assertThat(seen).isBetween(1, 24);
        assertThat(deviations / 7 / seen).isLessThan(.8 * CHANCE);
    }
}
