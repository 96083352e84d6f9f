package dev.storetwin.core.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.core.forecast.SharedData;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rates by hand and against published answers. */
class RateTest {

    /** Sizes 4, 8 and intervals 2, 3: with alpha .5 the second sale makes them 6 and 2.5. */
    @Test
    void croston_divides_the_smoothed_size_by_the_smoothed_interval() {
        assertThat(Croston.of(.5).after(new double[] {0, 4, 0, 0, 8, 0})).containsExactly(0, 2, 2, 2, 6 / 2.5, 6 / 2.5);
    }

    @Test
    void syntetos_and_boylan_take_half_of_alpha_off() {
        assertThat(Croston.sba(.5).atLast(new double[] {0, 4, 0, 0, 8, 0})).isEqualTo(.75 * 2.4, within(1e-12));
    }

    /** Probability 1/2 at the first sale, then .25, .125 without one and .5625 with the next; sizes 4 and 6. */
    @Test
    void tsb_lets_demand_fade_while_nothing_is_sold() {
        assertThat(new Tsb(.5, .5).after(new double[] {0, 4, 0, 0, 8})).containsExactly(0, 2, 1, .5, .5625 * 6);
    }

    /** Three sales in six periods: buckets of two, sums 3, 0 and 9, smoothed to 3, 1.5 and 5.25 and halved. */
    @Test
    void adida_smooths_sums_over_the_mean_interval() {
        var demand = new double[] {1, 2, 0, 0, 0, 9};

        assertThat(Adida.meanInterval(demand)).isEqualTo(2);
        assertThat(new Adida(new Ses(.5)).atLast(demand)).isEqualTo(2.625, within(1e-12));
    }

    /** Single periods end at 4.625 (1, 1.5, .75, .375, .1875, 4.59375), buckets of two at 2.625. */
    @Test
    void imapa_takes_the_mean_over_all_bucket_lengths() {
        var demand = new double[] {1, 2, 0, 0, 0, 9};

        assertThat(new Imapa(new Ses(.5)).atLast(demand)).isEqualTo((4.59375 + 2.625) / 2, within(1e-12));
    }

    @Test
    void a_level_that_stepped_up_is_followed_fast_and_one_that_stays_slowly() {
        var step = IntStream.range(0, 60).mapToDouble(i -> i < 30 ? 1 : 9).toArray();
        var steady = IntStream.range(0, 60)
                .mapToDouble(i -> i == 0 ? 5.5 : 5 + i % 2)
                .toArray();
        var best = new BestSmoothing(Ses::new);

        assertThat(best.atLast(step)).isEqualTo(new Ses(.4).atLast(step));
        assertThat(best.atLast(steady)).isEqualTo(new Ses(.02).atLast(steady));
    }

    @Test
    void nothing_sold_is_nothing_expected() {
        for (var rate : new Rate[] {
            new Ses(.1),
            Croston.of(.1),
            new Tsb(.1, .1),
            new Adida(new Ses(.1)),
            new Imapa(new Ses(.1)),
            new Climatology()
        }) {
            assertThat(rate.atLast(new double[0])).isZero();
            assertThat(rate.atLast(new double[5])).isZero();
        }
    }

    @Test
    @Tag("data")
    void croston_agrees_with_the_published_answer() throws IOException {
        var answers = new ObjectMapper()
                .readTree(SharedData.file("forecast-answers/forecast-answers.json")
                        .toFile());
        var values = answers.path("series").path("intermittent16").path("values");
        var demand = IntStream.range(0, values.size())
                .mapToDouble(i -> values.path(i).doubleValue())
                .toArray();

        for (var answer : answers.path("answers")) {
            if (answer.path("id").asText().equals("croston-16")) {
                double mean = answer.path("forecast").path("mean").path(0).doubleValue();
                assertThat(Croston.of(.1).atLast(demand)).isEqualTo(mean, within(1e-9));
                return;
            }
        }
        throw new AssertionError("croston-16 is not among the answers");
    }
}
