package dev.storetwin.core.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    private static final int WEEK = 168;

    private static double[] hours(int weeks, double noise, IntToDoubleFunction season) {
        var draw = Draws.of(6).keyed("hours", "shop", 0);
        var values = new double[weeks * WEEK];
        for (int i = 0; i < values.length; i++) {
            values[i] = season.applyAsDouble(i) * (1 + noise * draw.nextGaussian());
        }
        return values;
    }

    /** Twice as much on two days of seven, from midnight to midnight. */
    private static double weekend(int hour) {
        return hour / 24 % 7 >= 5 ? 200 : 100;
    }

    @Test
    void a_weekend_by_the_hour_keeps_its_sharp_steps() {
        var season = SeasonFinder.any(hours(8, .03, HeldOutTest::weekend), 24, WEEK);

        double before = season.apply(8 * WEEK + 5 * 24 - 1, season.isMultiplicative() ? 1 : 0);
        double after = season.apply(8 * WEEK + 5 * 24, season.isMultiplicative() ? 1 : 0);

        assertThat(season.isMultiplicative() ? after / before : 1 + (after - before) / 100)
                .isEqualTo(2, within(.2));
        assertThat(season.doubt()).isBetween(1.1, 1.5);
    }

    @Test
    void a_wave_in_much_noise_stays_a_wave() {
        var season = SeasonFinder.any(hours(5, .3, i -> 100 + 20 * Math.sin(2 * Math.PI * i / WEEK)), WEEK);

        assertThat(season.periods()).containsExactly(WEEK);
        assertThat(season.doubt()).isOne();
    }

    @Test
    void three_cycles_are_too_few_to_hold_one_out() {
        var season = SeasonFinder.any(hours(3, .03, HeldOutTest::weekend), 24, WEEK);

        assertThat(season.doubt()).isOne();
    }
}
