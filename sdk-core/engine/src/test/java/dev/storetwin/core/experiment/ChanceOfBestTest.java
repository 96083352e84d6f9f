package dev.storetwin.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.random.Draws;
import dev.storetwin.proposal.Belief;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChanceOfBestTest {

    @Test
    void one_that_is_never_doubted_wins_as_often_as_the_other_disappoints() {
        var chances = ChanceOfBest.of(List.of(new Belief(10, 0), new Belief(9, 2)));

        assertThat(chances.get(1)).isCloseTo(1 - Normal.cdf(.5), within(1e-15));
        assertThat(chances.get(0)).isCloseTo(Normal.cdf(.5), within(1e-15));
    }

    @Test
    void equal_means_that_answer_the_other_way_round_share_evenly() {
        assertThat(ChanceOfBest.of(List.of(new Belief(5, 1), new Belief(5, -1))))
                .containsExactly(.5, .5);
    }

    @Test
    void what_lies_below_the_others_everywhere_is_never_the_best() {
        var chances = ChanceOfBest.of(List.of(new Belief(10, -1), new Belief(8, 0), new Belief(10, 1)));

        assertThat(chances).containsExactly(.5, 0.0, .5);
    }

    @Test
    void three_of_which_each_has_its_stretch() {
        var chances = ChanceOfBest.of(List.of(new Belief(0, -1), new Belief(.5, 0), new Belief(0, 1)));

        assertThat(chances.get(0)).isCloseTo(Normal.cdf(-.5), within(1e-15));
        assertThat(chances.get(1)).isCloseTo(Normal.cdf(.5) - Normal.cdf(-.5), within(1e-15));
        assertThat(chances.get(2)).isCloseTo(Normal.cdf(-.5), within(1e-15));
    }

    @Test
    void of_equals_the_first_has_all_and_a_single_one_is_certain() {
        assertThat(ChanceOfBest.of(List.of(new Belief(1, 2), new Belief(1, 2)))).containsExactly(1.0, 0.0);
        assertThat(ChanceOfBest.of(List.of(new Belief(-3, 7)))).containsExactly(1.0);
    }

    /** One number for all that is doubted, and whoever has the highest value: that is what the chances are of. */
    @Property(tries = 20)
    void drawing_the_doubt_itself_gives_the_same_shares(@ForAll("beliefs") List<Belief> beliefs) {
        int draws = 20_000;
        var counts = new int[beliefs.size()];
        var doubt = Draws.of(7).keyed("doubt", "all", 0);
        for (int i = 0; i < draws; i++) {
            counts[best(beliefs, doubt.nextGaussian())]++;
        }

        var chances = ChanceOfBest.of(beliefs);
        for (int i = 0; i < counts.length; i++) {
            assertThat(counts[i] / (double) draws).isCloseTo(chances.get(i), within(.02));
        }
    }

    @Property(tries = 500)
    void chances_sum_to_one(@ForAll("beliefs") List<Belief> beliefs) {
        var chances = ChanceOfBest.of(beliefs);

        assertThat(chances).allMatch(it -> it >= 0 && it <= 1);
        assertThat(chances.stream().mapToDouble(it -> it).sum()).isCloseTo(1, within(1e-12));
    }

    private static int best(List<Belief> beliefs, double z) {
        var order = new ArrayList<>(IntStream.range(0, beliefs.size()).boxed().toList());
        return Collections.max(
                order, Comparator.comparingDouble(it -> beliefs.get(it).at(z)));
    }

    @Provide
    Arbitrary<List<Belief>> beliefs() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-10, 10),
                        Arbitraries.doubles().between(-5, 5))
                .as(Belief::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }
}
