package dev.storetwin.core.forecast.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.method.MethodFitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method on an example small enough to work by hand. */
class NaiveMethodsTest {

    private static final double UNKNOWN = Double.NaN;

    static List<MethodFitter> methods() {
        return List.of(Repetition.last(), Repetition.seasonal(), RunningMean.fitter());
    }

    @Test
    void naive_repeats_the_last_known_value() {
        var naive = Repetition.last().fit(new double[] {3, 5, 4, UNKNOWN}, 1);

        assertThat(naive.means(3)).containsExactly(4, 4, 4);
        assertThat(naive.fitted()).containsExactly(UNKNOWN, 3, 5, 4);
    }

    @Test
    void seasonal_naive_repeats_the_last_season() {
        var naive = Repetition.seasonal().fit(new double[] {1, 2, 3, 4, 5, 6}, 3);

        assertThat(naive.means(7)).containsExactly(4, 5, 6, 4, 5, 6, 4);
    }

    @Test
    void seasonal_naive_takes_an_unknown_value_from_the_season_before() {
        var naive = Repetition.seasonal().fit(new double[] {1, 2, 3, 4, UNKNOWN, 6}, 3);

        assertThat(naive.means(3)).containsExactly(4, 2, 6);
    }

    @Test
    void seasonal_naive_is_naive_while_no_season_is_over() {
        assertThat(Repetition.seasonal().fit(new double[] {1, 2, 3}, 7).means(2))
                .containsExactly(3, 3);
    }

    /** Changes of 2, -1 and 2: their root mean square is that of 3. */
    @Test
    void a_walk_grows_uncertain_with_the_root_of_the_steps() {
        var naive = Repetition.last().fit(new double[] {3, 5, 4, 6}, 1);
        var seasonal = Repetition.seasonal().fit(new double[] {3, 5, 4, 6}, 2);

        assertThat(naive.deviations(4)[0]).isEqualTo(Math.sqrt(3), within(1e-12));
        assertThat(naive.deviations(4)[3]).isEqualTo(2 * Math.sqrt(3), within(1e-12));
        assertThat(seasonal.deviations(4)[1]).isEqualTo(seasonal.deviations(4)[0]);
        assertThat(seasonal.deviations(4)[2]).isEqualTo(Math.sqrt(2) * seasonal.deviations(4)[0], within(1e-12));
    }

    @Test
    void the_mean_is_that_of_what_is_known() {
        var mean = RunningMean.fitter().fit(new double[] {2, UNKNOWN, 4, UNKNOWN, 6}, 1);

        assertThat(mean.means(2)).containsExactly(4, 4);
        assertThat(mean.fitted()).containsExactly(UNKNOWN, 2, 2, 3, 3);
        assertThat(mean.deviations(1)[0]).isEqualTo(2 * Math.sqrt(4 / 3.0), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_period_more_is_as_if_it_had_been_there(MethodFitter method) {
        double[] all = {4, 7, 1, UNKNOWN, 8, 3};

        var whole = method.fit(all, 2);
        var grown = whole.upTo(3).append(UNKNOWN).append(8).append(3);

        assertThat(grown.size()).isEqualTo(6);
        assertThat(grown.means(5)).isEqualTo(whole.means(5));
        assertThat(grown.fitted()).isEqualTo(whole.fitted());
    }
}
