package dev.storetwin.core.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartialsTest {

    @Test
    void a_second_order_autoregression_from_its_partial_autocorrelations() {
        double[] values = {.5, .4};

        Partials.toCoefficients(values);

        assertThat(values).containsExactly(new double[] {.3, .4}, within(1e-15));
    }

    @Property(tries = 200)
    void there_and_back(@ForAll @IntRange(max = 10_000) int seed) {
        var draw = Draws.of(seed).keyed("partials", "arima", 0);
        var partials = new double[5];
        for (int i = 0; i < partials.length; i++) {
            partials[i] = 1.9 * draw.nextDouble() - .95;
        }
        var values = partials.clone();

        Partials.toCoefficients(values);

        assertThat(Partials.fromCoefficients(values)).isTrue();
        assertThat(values).containsExactly(partials, within(1e-6));
    }

    @Test
    void a_root_is_near_or_far() {
        assertThat(Partials.rootsBeyond(new double[] {.98}, -1, 1.01)).isTrue();
        assertThat(Partials.rootsBeyond(new double[] {.995}, -1, 1.01)).isFalse();
        assertThat(Partials.rootsBeyond(new double[] {-.995}, 1, 1.01)).isFalse();
        assertThat(Partials.rootsBeyond(new double[] {0, -.9}, -1, 1.01)).isTrue();
        assertThat(Partials.rootsBeyond(new double[] {0, -.99}, -1, 1.01)).isFalse();
    }

    @Test
    void a_moving_average_is_turned_inside_out() {
        assertThat(Partials.inverted(new double[] {-.4})).containsExactly(-.4);
        assertThat(Partials.inverted(new double[] {4})).containsExactly(new double[] {.25}, within(1e-12));
        assertThat(Partials.inverted(new double[] {-2.5, 1})).containsExactly(new double[] {-1, .25}, within(1e-12));
    }
}
