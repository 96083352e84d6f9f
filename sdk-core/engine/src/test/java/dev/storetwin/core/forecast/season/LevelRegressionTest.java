package dev.storetwin.core.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelRegressionTest {

    /** Steps 1, 2 and 3: with the drift of 2 a step the errors are -1, 0 and 1. */
    @Test
    void a_walk_is_judged_by_its_steps() {
        var regression = new LevelRegression(new double[] {0, 1, 3, 6}, List.of(), 1);

        assertThat(regression.error(1)).isEqualTo(1 + 4 + 9, within(1e-9));
        assertThat(regression.error(2)).isEqualTo(2, within(1e-9));
        assertThat(regression.coefficients(2)[1] / 4).isEqualTo(2, within(1e-9));
    }

    @Test
    void a_wave_upon_a_line_is_seen_as_it_is() {
        var values = new double[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 + .5 * i + 2 * StrictMath.cos(Math.PI * i / 4) - StrictMath.sin(Math.PI * i / 4);
        }

        for (double alpha : new double[] {0, .3, 1, 1.4}) {
            var regression = new LevelRegression(values, List.of(new Waves(Cycle.of(8), 2)), alpha);

            var coefficients = regression.coefficients(4);
            assertThat(coefficients[2]).isEqualTo(2, within(1e-6));
            assertThat(coefficients[3]).isEqualTo(-1, within(1e-6));
            assertThat(regression.error(4)).isLessThan(1e-6);
            assertThat(regression.error(2)).isGreaterThan(1);
        }
    }

    @Test
    void a_wave_that_is_there_already_adds_nothing() {
        var values = new double[] {1, 5, 2, 7, 1, 4, 3, 8, 0, 5, 2, 9};

        var regression = new LevelRegression(values, List.of(new Waves(Cycle.of(4), 1), new Waves(Cycle.of(8), 2)), .3);

        assertThat(regression.error(8)).isEqualTo(regression.error(6), within(1e-9));
        assertThat(regression.coefficients(8)).endsWith(0, 0);
    }

    @Test
    void the_year_of_weeks_repeats_itself_after_twenty_eight_years() {
        var waves = new Waves(Cycle.YEAR_OF_WEEKS, 2);
        var early = new double[4];
        var late = new double[4];

        waves.at(100, early, 0);
        waves.at(100 + 1461, late, 0);

        assertThat(early).isEqualTo(late);
        assertThat(early[0]).isEqualTo(StrictMath.cos(2 * Math.PI * 700 / 365.25), within(1e-12));
        assertThat(early[3]).isEqualTo(StrictMath.sin(4 * Math.PI * 700 / 365.25), within(1e-12));
    }

    /** From tables: 3.326 is exceeded by one in twenty ratios of 5 to 10 degrees of freedom, 5.849 by one in a hundred of 2 to 20. */
    @Test
    void a_ratio_of_variances_is_as_unlikely_as_tables_say() {
        assertThat(FDistribution.score(3.326, 5, 10)).isEqualTo(1.645, within(.02));
        assertThat(FDistribution.score(5.849, 2, 20)).isEqualTo(2.326, within(.05));
    }
}
