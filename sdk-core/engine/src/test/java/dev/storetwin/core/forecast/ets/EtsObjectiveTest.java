package dev.storetwin.core.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtsObjectiveTest {

    private static final Smoothing SMOOTHING = new Smoothing(.3, .05, .1, .9);
    private static final int PERIOD = 4;

    @Test
    void additive_errors_count_by_their_sum_of_squares() {
        var objective = new EtsObjective(new double[] {12, 9}, 1, EtsModel.of("ANN"), Criterion.LIKELIHOOD);

        double value = objective.at(new double[] {.5, 10}, Double.POSITIVE_INFINITY);

        assertThat(objective.sumOfSquares()).as("errors 2 and -2").isEqualTo(8);
        assertThat(value).isEqualTo(2 * Math.log(8), within(1e-12));
    }

    @Test
    void relative_errors_count_with_the_size_of_the_forecasts() {
        var objective = new EtsObjective(new double[] {12, 5.5}, 1, EtsModel.of("MNN"), Criterion.LIKELIHOOD);

        double value = objective.at(new double[] {.5, 10}, Double.POSITIVE_INFINITY);

        assertThat(objective.sumOfSquares()).as("errors .2 and -.5").isEqualTo(.29, within(1e-12));
        assertThat(value).isEqualTo(2 * Math.log(.29) + 2 * Math.log(10 * 11), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANN", "AAN", "AAdN", "ANA", "AAA", "AAdA", "ANM", "AAM", "AAdM", "MNN", "MAN", "MAdN", "MNA", "MAA",
                "MAdA", "MNM", "MAM", "MAdM", "AMN", "AMdA", "MMN", "MMdN", "MMM", "MMdM"
            })
    void the_fast_loop_agrees_with_the_plain_one(String letters) {
        var model = EtsModel.of(letters);
        var values = values(60);
        values[17] = Double.NaN;
        var objective = objective(values, model);
        var x = point(values, model, objective);

        double value = objective.at(x, Double.POSITIVE_INFINITY);

        assertThat(value).isEqualTo(plainly(values, model, objective.start(x)), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANN", "AAdA", "MNN", "MAM", "MAdA", "MMN"})
    void an_evaluation_that_stops_early_is_no_better_than_its_limit(String letters) {
        var model = EtsModel.of(letters);
        var values = values(60);
        var objective = objective(values, model);
        var x = point(values, model, objective);
        double value = objective.at(x, Double.POSITIVE_INFINITY);

        assertThat(objective.at(x, value + .1)).isEqualTo(value);
        assertThat(objective.at(x, value + 1e-3)).isEqualTo(value);
        assertThat(objective.at(x, value - 1e-3)).isGreaterThanOrEqualTo(value - 1e-3);
        assertThat(objective.at(x, value - 100)).isGreaterThanOrEqualTo(value - 100);
    }

    @Test
    void a_product_of_many_large_forecasts_stays_in_range() {
        var values = new double[2_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? 1e6 : 2e6;
        }
        var objective = new EtsObjective(values, 1, EtsModel.of("MNN"), Criterion.LIKELIHOOD);

        double value = objective.at(new double[] {1e-4, 1.5e6}, Double.POSITIVE_INFINITY);

        assertThat(value).isEqualTo(2_000 * Math.log(2_000 / 9.) + 2 * 2_000 * Math.log(1.5e6), within(2.));
    }

    @Test
    void forbidden_parameters_and_negative_factors_are_refused() {
        var values = values(60);
        var objective = objective(values, EtsModel.of("MNM"));

        assertThat(objective.at(new double[] {.5, .6, 100, 1, 1, 1}, Double.POSITIVE_INFINITY))
                .as("gamma above 1 - alpha")
                .isInfinite();
        assertThat(objective.at(new double[] {.5, .1, 100, 2, 2, 2}, Double.POSITIVE_INFINITY))
                .as("a first factor of -2")
                .isInfinite();
        assertThat(objective.at(new double[] {.5, .1, 100, 1, 1, 1}, Double.POSITIVE_INFINITY))
                .isFinite();
    }

    private static EtsObjective objective(double[] values, EtsModel model) {
        return new EtsObjective(values, model.hasSeason() ? PERIOD : 1, model, Criterion.LIKELIHOOD);
    }

    private static double[] point(double[] values, EtsModel model, EtsObjective objective) {
        var complete = values.clone();
        complete[17] = 100;
        return objective.point(SMOOTHING, StartingValues.of(complete, PERIOD, model));
    }

    private static double plainly(double[] values, EtsModel model, Smoother smoother) {
        boolean relative = model.error() == Component.MULTIPLICATIVE;
        double squares = 0;
        double logs = 0;
        int known = 0;
        for (double y : values) {
            double f = smoother.forecast();
            if (!Double.isNaN(y)) {
                double error = relative ? (y - f) / f : y - f;
                squares += error * error;
                logs += relative ? Math.log(Math.abs(f)) : 0;
                known++;
            }
            smoother.see(y);
        }
        return known * Math.log(squares) + 2 * logs;
    }

    private static double[] values(int length) {
        var draw = Draws.of(7).keyed("objective", "series", 0);
        var values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = 100 + i + 20 * Math.sin(Math.PI * i / 2) + 5 * draw.nextGaussian();
        }
        return values;
    }
}
