package dev.storetwin.core.forecast.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import org.junit.jupiter.api.Test;

class AdaptiveConformalTest {

    @Test
    void a_value_outside_widens_four_times_as_much_as_one_inside_narrows() {
        double start = AdaptiveConformal.START.factor();

        double wider = AdaptiveConformal.START.saw(-3).factor();
        double narrower = AdaptiveConformal.START.saw(.2).factor();

        assertThat(start).isOne();
        assertThat(wider - start).isEqualTo(4 * (start - narrower), within(1e-12));
        assertThat(AdaptiveConformal.START.saw(Double.NaN)).isEqualTo(AdaptiveConformal.START);
    }

    @Test
    void keeps_its_promise_after_the_noise_has_doubled() {
        var draw = Draws.of(5).keyed("noise", "mug", 0);
        var adapted = AdaptiveConformal.START;
        int missed = 0;
        int missedUnadapted = 0;
        for (int i = 0; i < 1000; i++) {
            double score = 2 * draw.nextGaussian();
            missed += Math.abs(score) > adapted.width() ? 1 : 0;
            missedUnadapted += Math.abs(score) > adapted.promised() ? 1 : 0;
            adapted = adapted.saw(score);
        }

        assertThat(missed / 1000.0).isEqualTo(.2, within(.02));
        assertThat(missedUnadapted / 1000.0).isGreaterThan(.45);
    }

    @Test
    void neither_vanishes_nor_explodes() {
        var calm = AdaptiveConformal.START;
        var wild = AdaptiveConformal.START;
        for (int i = 0; i < 500; i++) {
            calm = calm.saw(0);
            wild = wild.saw(1e9);
        }

        assertThat(calm.factor()).isEqualTo(.5, within(1e-12));
        assertThat(wild.factor()).isEqualTo(4, within(1e-12));
    }
}
