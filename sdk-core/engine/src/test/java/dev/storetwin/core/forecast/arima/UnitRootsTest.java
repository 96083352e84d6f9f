package dev.storetwin.core.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnitRootsTest {

    @Test
    void the_statistic_of_four_values_by_hand() {
        assertThat(UnitRoots.statistic(new double[] {1, 2, 3, 4})).isEqualTo(8.5 / 16 / 1.25, within(1e-12));
    }

    @Test
    void noise_stays_a_walk_is_differenced_once_and_its_sum_twice() {
        var noise = Simulated.noise(300, 7);
        var walk = Simulated.summed(noise);

        assertThat(UnitRoots.plain(noise)).isZero();
        assertThat(UnitRoots.plain(walk)).isEqualTo(1);
        assertThat(UnitRoots.plain(Simulated.summed(walk))).isEqualTo(2);
    }

    @Test
    void a_straight_line_is_differenced_once() {
        assertThat(UnitRoots.plain(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}))
                .isEqualTo(1);
    }

    @Test
    void a_season_among_noise_has_strength() {
        var season = Simulated.noise(240, 3);
        for (int t = 0; t < season.length; t++) {
            season[t] += t % 12 < 6 ? 3 : -3;
        }

        assertThat(SeasonalStrength.of(season, 12)).isBetween(.85, .97);
        assertThat(UnitRoots.seasonal(season, 12)).isTrue();
        assertThat(UnitRoots.seasonal(Simulated.noise(240, 3), 12)).isFalse();
    }

    @Test
    void a_season_that_repeats_to_the_digit_leaves_nothing_to_difference_for() {
        var season = new double[48];
        for (int t = 0; t < season.length; t++) {
            season[t] = t % 12;
        }

        assertThat(SeasonalStrength.of(season, 12)).isEqualTo(1, within(1e-9));
        assertThat(UnitRoots.seasonal(season, 12)).isFalse();
    }
}
