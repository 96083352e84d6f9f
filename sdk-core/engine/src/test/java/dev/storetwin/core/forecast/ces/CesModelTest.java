package dev.storetwin.core.forecast.ces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class CesModelTest {

    private static final double[] SALES = {12, 15, 11, 18, 17, 21, 16, 24, 23, 22, 27, 25};

    @Example
    void one_step_by_hand() {
        var model = CesModel.at(new double[] {1.5, .9}, CesSeason.NONE, 1);
        var states = new CesStates(1, 1);
        states.levels[0] = 10;
        states.partners[0] = 2;

        states.step(0, 12 - states.forecast(0), model);

        assertThat(states.levels[1]).isEqualTo(10 - .1 * 2 + .6 * 2, within(1e-12));
        assertThat(states.partners[1]).isEqualTo(10 - .5 * 2 + 2.4 * 2, within(1e-12));
    }

    @Example
    void with_imaginary_part_one_it_is_simple_smoothing() {
        var model = CesModel.at(new double[] {1.3}, CesSeason.LEVEL, 1);

        var path = new CesStart(SALES, new double[] {0}).path(model);

        double level = path.levels[0];
        for (int t = 0; t < SALES.length; t++) {
            assertThat(path.forecast(t)).isEqualTo(level, within(1e-9));
            level += .3 * (SALES[t] - level);
        }
    }

    @Example
    void a_partial_season_by_hand() {
        var model = CesModel.at(new double[] {1.5, 1, 1.2}, CesSeason.PARTIAL, 2);
        var states = new CesStates(2, 2);
        states.levels[0] = 10;
        states.seasons[0] = 3;
        states.seasons[1] = -3;

        states.step(0, 2, model);

        assertThat(states.levels[1]).isEqualTo(11, within(1e-12));
        assertThat(states.seasons[2]).isEqualTo(3.4, within(1e-12));
        assertThat(states.forecast(1)).isEqualTo(8, within(1e-12));
    }

    /** The three circles of Svetunkov, Kourentzes and Ord 2022. */
    @Property
    void forgets_the_past_within_the_published_region(
            @ForAll @DoubleRange(min = -1, max = 4) double real,
            @ForAll @DoubleRange(min = -2, max = 3) double imaginary) {
        double outer = circle(real, imaginary, 1.5, .5) - 1.5;
        double right = circle(real, imaginary, 2.5, 0) - 1.25;
        double left = circle(real, imaginary, .5, 1) - .25;
        Assume.that(Math.min(Math.abs(outer), Math.min(Math.abs(right), Math.abs(left))) > 1e-9);

        boolean forgets =
                CesModel.at(new double[] {real, imaginary}, CesSeason.NONE, 1).forgets(1);

        assertThat(forgets).isEqualTo(outer < 0 && right > 0 && left > 0);
    }

    private static double circle(double real, double imaginary, double x, double y) {
        return (real - x) * (real - x) + (imaginary - y) * (imaginary - y);
    }

    @Example
    void a_season_that_takes_over_more_than_all_is_refused() {
        assertThat(CesModel.at(new double[] {1.3, 1, 1.3}, CesSeason.PARTIAL, 12)
                        .forgets(1.005))
                .isTrue();
        assertThat(CesModel.at(new double[] {1.3, 1, 3.3}, CesSeason.PARTIAL, 12)
                        .forgets(1.005))
                .isFalse();
        assertThat(CesModel.at(new double[] {1.37, 1.01, 1.89, 1.04}, CesSeason.FULL, 12)
                        .forgets(1.005))
                .isTrue();
        assertThat(CesModel.at(new double[] {3, 3}, CesSeason.SIMPLE, 12).forgets(1.005))
                .isFalse();
    }

    @Example
    void roots_by_hand() {
        assertThat(RootsInCircle.test(new double[] {1, 0, -.25}, 1)).isTrue();
        assertThat(RootsInCircle.test(new double[] {1, 0, -.25}, .49)).isFalse();
        assertThat(RootsInCircle.test(new double[] {1, -2.5, 1}, 1)).isFalse();
        assertThat(RootsInCircle.test(new double[] {1, -2.5, 1}, 2.01)).isTrue();
        assertThat(RootsInCircle.test(new double[] {1, 0, 0, 0, .9}, 1)).isTrue();
    }

    /** No other first states fit better, and the error promised is the error of the path. */
    @Property(tries = 40)
    void the_first_states_are_the_best(
            @ForAll @DoubleRange(min = -1, max = 1) double levelOff,
            @ForAll @DoubleRange(min = -1, max = 1) double partnerOff) {
        var model = CesModel.at(new double[] {1.4, .98}, CesSeason.NONE, 1);
        var start = new CesStart(SALES, new double[] {0});
        double promised = start.error(model);
        var path = start.path(model);
        var other = new CesStates(SALES.length, 1);
        other.levels[0] = path.levels[0] + levelOff;
        other.partners[0] = path.partners[0] + partnerOff;

        assertThat(rerun(path.resized(SALES.length), model)).isEqualTo(promised, within(1e-9 * promised));
        assertThat(rerun(other, model)).isGreaterThanOrEqualTo(promised * (1 - 1e-9));
    }

    private static double rerun(CesStates states, CesModel model) {
        var errors = new double[SALES.length];
        states.run(SALES, model, errors);
        double sum = 0;
        for (double error : errors) {
            sum += error * error;
        }
        return sum;
    }
}
