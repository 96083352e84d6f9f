package dev.storetwin.core.pricing.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LastingTest {

    private static PricedSeries weeks(long... periods) {
        int rows = periods.length;
        return new PricedSeries(
                "a",
                "",
                new int[rows],
                periods,
                new double[rows],
                new double[rows],
                new double[rows],
                new double[0][],
                List.of());
    }

    private static double[] ones(int rows) {
        var ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Forty series whose errors wander, with the level taken off. */
    private static Lasting seen(double share, double kept, int rows) {
        var all = new ArrayList<Lasting.Residuals>();
        var series = weeks(LongStream.range(0, rows).toArray());
        for (int i = 0; i < 40; i++) {
            var draw = Draws.of(5).keyed("lasting", "", i);
            var errors = new double[rows];
            double lasts = draw.nextGaussian();
            for (int row = 0; row < rows; row++) {
                errors[row] = Math.sqrt(share) * lasts + Math.sqrt(1 - share) * draw.nextGaussian();
                lasts = kept * lasts + Math.sqrt(1 - kept * kept) * draw.nextGaussian();
            }
            all.add(new Lasting.Residuals(series, series.within(errors), ones(rows), List.of()));
        }
        return Lasting.of(all);
    }

    @Test
    void a_sum_of_errors_that_do_not_last_varies_by_the_squares_of_its_weights() {
        assertThat(Lasting.NOTHING.variance(weeks(0, 1, 2), new double[] {1, 2, -1}))
                .isEqualTo(6);
    }

    @Test
    void errors_that_wander_by_half_make_a_mean_vary_as_their_covariances_say() {
        int rows = 60;
        var lasting = seen(1, .7, rows);

        double expected = IntStream.range(0, rows)
                .mapToDouble(one -> IntStream.range(0, rows)
                        .mapToDouble(other -> StrictMath.pow(.7, Math.abs(one - other)))
                        .sum())
                .sum();
        var series = weeks(LongStream.range(0, rows).toArray());

        assertThat(lasting.variance(series, ones(rows)) / expected).isCloseTo(1, within(.12));
    }

    @Test
    void missing_weeks_let_errors_fade_further() {
        var lasting = seen(1, .7, 60);
        var two = new double[] {0, 0, 1, 1};

        double near = lasting.variance(weeks(0, 1, 2, 3), two) - 2;
        double far = lasting.variance(weeks(0, 1, 2, 5), two) - 2;

        assertThat(near / 2).isCloseTo(.7, within(.05));
        assertThat(far / 2).isCloseTo(.7 * .7 * .7, within(.07));
    }

    @Test
    void errors_that_do_not_last_are_seen_not_to() {
        var lasting = seen(0, 0, 60);
        var series = weeks(LongStream.range(0, 60).toArray());

        assertThat(lasting.variance(series, ones(60)) / 60).isCloseTo(1, within(.06));
        assertThat(lasting.freedom(series, new Basis(), 1)).isCloseTo(58, within(.1));
    }
}
