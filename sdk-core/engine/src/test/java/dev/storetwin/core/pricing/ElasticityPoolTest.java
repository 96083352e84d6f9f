package dev.storetwin.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.pricing.ElasticityPool.Member;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElasticityPoolTest {

    private static final ElasticityOptions OPTIONS = ElasticityOptions.DEFAULT;

    @Test
    void without_any_estimate_the_usual_stands() {
        var pool = ElasticityPool.of(List.of(), OPTIONS);

        assertThat(pool.shop().value()).isEqualTo(-1.7);
        assertThat(pool.shop().error()).isEqualTo(.5);
        assertThat(pool.group("Mugs").value()).isEqualTo(-1.7);
        assertThat(pool.group("Mugs").error()).isCloseTo(Math.hypot(.5, .3), within(1e-12));
        assertThat(pool.spread()).isEqualTo(.5);
    }

    /** Weights by hand: the usual 1 / .25 = 4, the estimate 1 / (.36 + .25) = 1.639. */
    @Test
    void one_estimate_moves_the_shop_by_its_precision() {
        var pool = ElasticityPool.of(List.of(new Member("Mugs", -3, .6)), OPTIONS);

        assertThat(pool.shop().value()).isCloseTo((4 * -1.7 + -3 / .61) / (4 + 1 / .61), within(1e-12));
        assertThat(pool.group("Mugs").value()).isBetween(-3.0, pool.shop().value());
        assertThat(pool.group("Tea").value()).isEqualTo(pool.shop().value());
    }

    @Test
    void a_precise_estimate_counts_more_than_a_vague_one() {
        var pool = ElasticityPool.of(List.of(new Member("Mugs", -3, .1), new Member("Mugs", -1, 3)), OPTIONS);

        assertThat(pool.group("Mugs").value()).isLessThan(-2);
    }

    /** 300 true elasticities around -2.4 and -1.2 with a spread of .4, seen with an error of .5. */
    @Test
    void finds_the_means_of_categories_and_the_spread_of_true_values() {
        var members = new ArrayList<Member>();
        for (int i = 0; i < 300; i++) {
            var draw = Draws.of(2).keyed("test", "pool", i);
            double mean = i % 2 == 0 ? -2.4 : -1.2;
            double seen = mean + .4 * draw.nextGaussian() + .5 * draw.nextGaussian();
            members.add(new Member(i % 2 == 0 ? "Mugs" : "Tea", seen, .5));
        }

        var pool = ElasticityPool.of(members, OPTIONS);

        assertThat(pool.group("Mugs").value()).isCloseTo(-2.4, within(.15));
        assertThat(pool.group("Tea").value()).isCloseTo(-1.2, within(.15));
        assertThat(pool.shop().value()).isCloseTo(-1.8, within(.1));
        assertThat(pool.spread()).isCloseTo(.4, within(.1));
    }
}
