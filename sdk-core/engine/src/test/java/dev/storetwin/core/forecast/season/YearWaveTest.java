package dev.storetwin.core.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class YearWaveTest {

    private static final int DAYS = 420;

    @Test
    void a_year_that_was_seen_once_is_followed_most_of_the_way() {
        var units = days(DAYS, day -> 20 * StrictMath.exp(.3 * wave(day)), .15);

        var year = YearWave.of(units, always(DAYS)).orElseThrow();

        double truth = StrictMath.exp(.3 * (wave(DAYS + 91) - wave(DAYS)));
        assertThat(year.factor(DAYS + 91) / year.factor(DAYS)).isCloseTo(truth, within(.15));
        assertThat(Math.abs(truth - 1)).isGreaterThan(.3);
    }

    /** Of fifty levels that wander as a walk does, by ten per cent a week, few bring a wave of any size. */
    @Test
    void a_walk_is_seldom_taken_for_a_year() {
        double squares = 0;
        for (int shop = 0; shop < 50; shop++) {
            var draw = Draws.of(3).keyed("walk", "shop", shop);
            var level = new double[DAYS / 7];
            for (int week = 1; week < level.length; week++) {
                level[week] = level[week - 1] + .1 * draw.nextGaussian();
            }
            var units = days(DAYS, day -> 20 * StrictMath.exp(level[day / 7]), .05);
            double swing = StrictMath.log(swing(units));
            squares += swing * swing;
        }

        assertThat(Math.sqrt(squares / 50)).isLessThan(.2);
    }

    @Test
    void growth_is_not_taken_for_a_year() {
        var units = days(DAYS, day -> 20 * StrictMath.exp(.2 * day / 365.0), .1);

        assertThat(swing(units)).isCloseTo(1, within(.15));
    }

    @Test
    void where_nothing_moves_there_is_no_wave() {
        var steady = new double[DAYS];
        Arrays.fill(steady, 20);

        assertThat(swing(steady)).isCloseTo(1, within(1e-3));
    }

    @Test
    void less_than_a_year_and_days_on_which_it_ran_out_tell_nothing() {
        var units = days(365, day -> 20, .1);
        var out = always(DAYS);
        Arrays.fill(out, 0, 100, false);

        assertThat(YearWave.of(units, always(365))).isEmpty();
        assertThat(YearWave.of(days(DAYS, day -> 20, .1), out)).isEmpty();
        assertThat(YearWave.of(days(DAYS, day -> .1, .1), always(DAYS))).isEmpty();
    }

    private static double wave(int day) {
        return StrictMath.sin(2 * Math.PI * day / 365.25 + 1);
    }

    /** From the end of the history to a quarter of a year later. */
    private static double swing(double[] units) {
        var year = YearWave.of(units, always(units.length)).orElseThrow();
        return year.factor(units.length + 91) / year.factor(units.length);
    }

    private static boolean[] always(int days) {
        var always = new boolean[days];
        Arrays.fill(always, true);
        return always;
    }

    /** With chance of a week and of a day. */
    private static double[] days(int count, IntToDoubleFunction mean, double chance) {
        var draw = Draws.of(7).keyed("week", "cup", count);
        var units = new double[count];
        double luck = 0;
        for (int day = 0; day < count; day++) {
            luck = day % 7 == 0 ? chance * draw.nextGaussian() : luck;
            double expected = mean.applyAsDouble(day) * StrictMath.exp(luck);
            units[day] = Math.max(0, Math.rint(expected + Math.sqrt(expected) * draw.nextGaussian()));
        }
        return units;
    }
}
