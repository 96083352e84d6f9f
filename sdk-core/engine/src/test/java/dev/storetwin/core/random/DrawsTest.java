package dev.storetwin.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private final Draws draws = Draws.of(42);

    @Test
    void the_same_key_gives_the_same_chance_whatever_was_drawn_before() {
        double alone = draws.uniform("path", "mug", 3);
        IntStream.range(0, 100).forEach(i -> draws.uniform("path", "cup", i));

        assertThat(draws.uniform("path", "mug", 3)).isEqualTo(alone);
        assertThat(Draws.of(42).keyed("path", "mug", 3).nextDouble()).isEqualTo(alone);
    }

    @Test
    void every_part_of_the_key_counts() {
        var seen = new HashSet<Long>();
        for (long seed = 0; seed < 3; seed++) {
            for (var purpose : new String[] {"", "a", "ab", "b"}) {
                for (var entity : new String[] {"", "a", "b", "bc", "c"}) {
                    for (long index = -1; index < 50; index++) {
                        seen.add(Draws.of(seed).keyed(purpose, entity, index).nextLong());
                    }
                }
            }
        }

        assertThat(seen).hasSize(3 * 4 * 5 * 51);
    }

    /** These numbers are a promise: recorded decisions are made again from them. */
    @Test
    void the_numbers_of_a_key_never_change() {
        var draw = draws.keyed("path", "mug", 3);

        assertThat(draw.nextLong()).isEqualTo(7691988068270513916L);
        assertThat(draw.nextInt(1000)).isEqualTo(700);
        assertThat(draw.nextGaussian()).isEqualTo(-0.011716501217886267);
    }

    @Test
    void neighbouring_keys_are_independent_and_even() {
        int n = 20_000;
        double sum = 0;
        double product = 0;
        var cells = new int[10];
        double before = .5;
        for (int i = 0; i < n; i++) {
            double value = draws.uniform("path", "mug", i);
            sum += value;
            product += (value - .5) * (before - .5);
            cells[(int) (value * 10)]++;
            before = value;
        }

        assertThat(sum / n).isEqualTo(.5, within(.01));
        assertThat(product / n * 12).isEqualTo(0, within(.03));
        assertThat(Arrays.stream(cells)).allSatisfy(count -> assertThat(count).isBetween(1820, 2180));
    }

    @Test
    void normal_draws_have_mean_0_and_variance_1() {
        var draw = draws.keyed("noise", "mug", 0);
        var values =
                IntStream.range(0, 20_000).mapToDouble(i -> draw.nextGaussian()).toArray();

        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * values[i])
                .average()
                .orElseThrow();

        assertThat(mean).isEqualTo(0, within(.03));
        assertThat(square).isEqualTo(1, within(.04));
    }

    @Test
    void whole_draws_are_even_below_their_bound() {
        var draw = draws.keyed("dice", "mug", 0);
        var counts = new int[6];
        for (int i = 0; i < 12_000; i++) {
            counts[draw.nextInt(6)]++;
        }

        assertThat(Arrays.stream(counts)).allSatisfy(count -> assertThat(count).isBetween(1850, 2150));
        assertThat(draw.nextInt(1)).isZero();
        assertThat(draw.nextInt(Integer.MAX_VALUE)).isNotNegative();
        assertThatThrownBy(() -> draw.nextInt(0)).hasMessageContaining("0");
    }

    @Test
    void a_sure_thing_happens_and_an_impossible_one_does_not() {
        var draw = draws.keyed("coin", "mug", 0);

        assertThat(IntStream.range(0, 1000).allMatch(i -> draw.nextBoolean(1.0)))
                .isTrue();
        assertThat(IntStream.range(0, 1000).noneMatch(i -> draw.nextBoolean(0.0)))
                .isTrue();
    }
}
