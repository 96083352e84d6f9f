package dev.storetwin.core.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import org.junit.jupiter.api.Test;

class SavingTest {

    @Test
    void by_hand_the_share_is_of_mean_costs_and_the_other_is_a_mean_of_shares() {
        var saving = Saving.of(new double[] {100, 300}, new double[] {50, 270}, 0, 1);

        assertThat(saving.share()).isEqualTo(1 - 320.0 / 400, within(1e-12));
        assertThat(saving.perWindow()).isEqualTo((.5 + .1) / 2, within(1e-12));
        assertThat(saving.units()).isEqualTo(40, within(1e-12));
    }

    /** Influences are (.8 * 100 - c) / 100: .1, -.1, .1, -.1 around a share of 20 %; their standard error is sqrt(.01 / 3). */
    @Test
    void by_hand_the_plain_error_is_that_of_a_mean() {
        double[] reference = {100, 100, 100, 100};

        var saving = Saving.of(reference, new double[] {70, 90, 70, 90}, 0, 1);

        assertThat(saving.share()).isEqualTo(.2, within(1e-12));
        assertThat(saving.plainError()).isEqualTo(Math.sqrt(.01 / 3), within(1e-12));
        assertThat(saving.plainLower()).isEqualTo(.2 - 3.182446 * Math.sqrt(.01 / 3), within(2e-3));
        assertThat(saving.error()).isEqualTo(saving.plainError());
    }

    @Test
    void windows_that_resemble_their_neighbours_tell_less() {
        var reference = Panels.constant(40, 100);
        var own = new double[40];
        for (int window = 0; window < own.length; window++) {
            own[window] = window / 10 % 2 == 0 ? 70 : 90;
        }

        var saving = Saving.of(reference, own, 3, 1);

        assertThat(saving.error()).isGreaterThan(1.5 * saving.plainError());
        assertThat(saving.lower95()).isLessThan(saving.plainLower());
        assertThat(saving.drawnLower()).isLessThan(saving.plainLower());
    }

    @Test
    void the_bounds_hold_about_as_often_as_they_say_when_windows_are_independent() {
        int held = 0;
        int tries = 400;
        for (int row = 0; row < tries; row++) {
            var draw = Draws.of(9).keyed("test", "windows", row);
            var own = new double[14];
            for (int window = 0; window < own.length; window++) {
                own[window] = 80 + 10 * draw.nextGaussian();
            }
            held += Saving.of(Panels.constant(14, 100), own, 0, row).plainLower() <= .2 ? 1 : 0;
        }

        assertThat(held / (double) tries).isBetween(.95, .995);
    }

    @Test
    void the_same_costs_save_nothing_for_certain_and_a_single_window_says_nothing() {
        var same = Saving.of(new double[] {3, 4, 5, 7}, new double[] {3, 4, 5, 7}, 1, 1);
        assertThat(same.lower95()).isZero();

        var single = Saving.of(new double[] {3}, new double[] {2}, 1, 1);
        assertThat(single.error()).isInfinite();
        assertThat(single.lower95()).isEqualTo(Double.NEGATIVE_INFINITY);

        var free = Saving.of(new double[] {0, 0, 0}, new double[] {0, 0, 0}, 1, 1);
        assertThat(free.share()).isZero();
    }
}
