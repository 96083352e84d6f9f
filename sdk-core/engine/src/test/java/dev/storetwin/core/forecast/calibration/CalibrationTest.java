package dev.storetwin.core.forecast.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.random.Draws;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    /** Always says zero, and doubts it by a fixed amount. */
    private record Stubborn(int size, double doubt) implements FittedMethod {

        @Override
        public double[] fitted() {
            return new double[size];
        }

        @Override
        public double[] means(int horizon) {
            return new double[horizon];
        }

        @Override
        public double[] deviations(int horizon) {
            var deviations = new double[horizon];
            Arrays.fill(deviations, doubt);
            return deviations;
        }

        @Override
        public FittedMethod append(double value) {
            return new Stubborn(size + 1, doubt);
        }

        @Override
        public FittedMethod upTo(int size) {
            return new Stubborn(size, doubt);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }

    private static double[] noise(int size, double deviation) {
        var draw = Draws.of(2).keyed("noise", "mug", 0);
        var values = new double[size];
        Arrays.setAll(values, i -> deviation * draw.nextGaussian());
        return values;
    }

    @Test
    void a_theory_that_doubts_too_little_is_corrected() {
        var calibration = Calibration.of(new Stubborn(300, 1), noise(300, 2), 6);

        assertThat(calibration.factor(1)).isEqualTo(2, within(.35));
        assertThat(calibration.factor(6)).isEqualTo(calibration.factor(1), within(.3));
    }

    @Test
    void errors_that_grow_beyond_theory_widen_later_steps() {
        var walk = noise(300, 1);
        Arrays.parallelPrefix(walk, Double::sum);
        var naive = dev.storetwin.core.forecast.naive.Repetition.last().fit(walk, 1);

        var honest = Calibration.of(naive, walk, 12);
        var doubting = Calibration.of(new Flat(naive), walk, 12);

        assertThat(honest.factor(12) / honest.factor(1)).isEqualTo(1, within(.35));
        assertThat(doubting.factor(12) / doubting.factor(1)).isGreaterThan(2);
    }

    /** Doubts every step as it doubts the first. */
    private record Flat(FittedMethod method) implements FittedMethod {

        @Override
        public int size() {
            return method.size();
        }

        @Override
        public double[] fitted() {
            return method.fitted();
        }

        @Override
        public double[] means(int horizon) {
            return method.means(horizon);
        }

        @Override
        public double[] deviations(int horizon) {
            var deviations = method.deviations(horizon);
            Arrays.fill(deviations, deviations[0]);
            return deviations;
        }

        @Override
        public FittedMethod append(double value) {
            return new Flat(method.append(value));
        }

        @Override
        public FittedMethod upTo(int size) {
            return new Flat(method.upTo(size));
        }

        @Override
        public Map<String, String> settings() {
            return method.settings();
        }
    }

    @Test
    void with_nothing_to_go_by_the_theory_stands() {
        var calibration = Calibration.of(new Stubborn(3, 1), new double[] {1, 2, 3}, 4);

        assertThat(calibration.factor(1)).isOne();
        assertThat(calibration.factor(4)).isOne();
        assertThat(calibration.scores()).isEmpty();
    }

    @Test
    void scores_are_errors_of_one_step_in_deviations() {
        var calibration = Calibration.of(new Stubborn(30, 2), noise(30, 2), 4);

        assertThat(calibration.scores()).hasSize(20);
        assertThat(Arrays.stream(calibration.scores()).map(Math::abs).average().orElse(0))
                .isEqualTo(.8, within(.3));
    }
}
