package dev.storetwin.core.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Closed forms against all futures there can be: an error of 0, or of plus or minus the root of three standard deviations with a
 * probability of a sixth each, has the first five moments of a normal one, and a few periods of it can be counted through.
 */
class EtsDeviationsTest {

    private static final int HORIZON = 6;
    private static final double DEVIATION = .1;
    private static final double[] ERRORS = {0, Math.sqrt(3) * DEVIATION, -Math.sqrt(3) * DEVIATION};
    private static final double[] CHANCES = {2 / 3., 1 / 6., 1 / 6.};

    @Test
    void a_level_spreads_with_the_root_of_the_horizon() {
        var smoothing = new Smoothing(.5, 0, 0, 1);
        var model = EtsModel.of("ANN");
        var now = new Smoother(model, smoothing, 10, 0, new double[0]);

        var deviations = new EtsDeviations(model, smoothing, now, 4).ahead(3);

        assertThat(deviations).containsExactly(2, Math.sqrt(5), Math.sqrt(6));
    }

    @Test
    void a_trend_spreads_faster() {
        var smoothing = new Smoothing(.5, .25, 0, 1);
        var model = EtsModel.of("AAN");
        var now = new Smoother(model, smoothing, 10, 1, new double[0]);

        var deviations = new EtsDeviations(model, smoothing, now, 1).ahead(3);

        assertThat(deviations[1]).isEqualTo(Math.sqrt(1 + .75 * .75), within(1e-12));
        assertThat(deviations[2]).isEqualTo(Math.sqrt(1 + .75 * .75 + 1), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANN", "AAN", "AAdN", "ANA", "AAA", "AAdA", "MNN", "MAN", "MAdN", "MNA", "MAA", "MAdA"})
    void additive_states_spread_as_counted(String letters) {
        assertThat(deviations(letters)).containsExactly(counted(letters), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MNM", "MAM"})
    void a_level_times_a_season_spreads_as_counted(String letters) {
        assertThat(deviations(letters)).containsExactly(counted(letters), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"MAdM, .05", "ANM, .02", "AAM, .02", "AAdM, .02", "MMN, .08", "MMdN, .08", "MMM, .08", "AMN, .08"})
    void the_others_spread_nearly_as_counted(String letters, double share) {
        var counted = counted(letters);
        var deviations = deviations(letters);
        for (int i = 0; i < HORIZON; i++) {
            assertThat(deviations[i]).isCloseTo(counted[i], within(share * counted[i]));
        }
    }

    private static double[] deviations(String letters) {
        var model = EtsModel.of(letters);
        return new EtsDeviations(model, smoothing(model), now(model), DEVIATION * DEVIATION).ahead(HORIZON);
    }

    private static double[] counted(String letters) {
        var model = EtsModel.of(letters);
        var sums = new double[2][HORIZON];
        count(model, now(model), 1, 0, sums);
        var deviations = new double[HORIZON];
        for (int i = 0; i < HORIZON; i++) {
            deviations[i] = Math.sqrt(sums[1][i] - sums[0][i] * sums[0][i]);
        }
        return deviations;
    }

    private static void count(EtsModel model, Smoother now, double chance, int step, double[][] sums) {
        if (step == HORIZON) {
            return;
        }
        double expected = now.forecast();
        double size = model.error() == Component.MULTIPLICATIVE ? expected : 1;
        for (int i = 0; i < ERRORS.length; i++) {
            double value = expected + ERRORS[i] * size;
            double share = chance * CHANCES[i];
            sums[0][step] += share * value;
            sums[1][step] += share * value * value;
            var next = now.copy();
            next.see(value);
            count(model, next, share, step + 1, sums);
        }
    }

    private static Smoothing smoothing(EtsModel model) {
        return new Smoothing(.4, model.hasTrend() ? .1 : 0, model.hasSeason() ? .3 : 0, model.damped() ? .9 : 1);
    }

    private static Smoother now(EtsModel model) {
        double[] seasons = {};
        if (model.hasSeason()) {
            seasons = model.season() == Component.ADDITIVE ? new double[] {3, -3} : new double[] {1.3, .7};
        }
        double trend = model.trend() == Component.MULTIPLICATIVE ? 1.05 : .5;
        return new Smoother(model, smoothing(model), 10, model.hasTrend() ? trend : 0, seasons);
    }
}
