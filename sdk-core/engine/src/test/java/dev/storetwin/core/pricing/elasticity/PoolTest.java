package dev.storetwin.core.pricing.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.pricing.elasticity.Pool.Member;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static List<Member> members(int count, double spread, double error) {
        var draw = Draws.of(5).keyed("members", "", 0);
        var members = new ArrayList<Member>();
        for (int i = 0; i < count; i++) {
            double truth = -2 + spread * draw.nextGaussian();
            members.add(new Member("g", truth + error * draw.nextGaussian(), error));
        }
        return members;
    }

    @Test
    void one_alone_stays_where_it_is() {
        var alone = new Member("g", -1.3, .4);

        var drawn = Pool.of(List.of(alone)).drawn(alone);

        assertThat(drawn.mean()).isCloseTo(-1.3, within(1e-9));
        assertThat(drawn.deviation()).isCloseTo(.4, within(1e-9));
    }

    @Test
    void draws_as_far_as_the_known_spread_would() {
        var members = members(2000, .5, .5);
        var pool = Pool.of(members);

        assertThat(pool.ownWeight(members.get(0))).isCloseTo(.5, within(.05));
        assertThat(pool.drawn(new Member("g", -3, .5)).mean()).isCloseTo(-2.5, within(.05));
        assertThat(pool.drawn(members.get(0)).deviation()).isCloseTo(Math.sqrt(.125), within(.02));
        assertThat(pool.another("g").deviation()).isCloseTo(.5, within(.05));
    }

    @Test
    void a_group_lies_between_its_series_and_all() {
        var members = new ArrayList<Member>();
        for (int group = 0; group < 10; group++) {
            for (int i = 0; i < 10; i++) {
                members.add(new Member("g" + group, -1 - .2 * group, .3));
            }
        }
        members.add(new Member("thin", -8, 2));

        var pool = Pool.of(members);

        assertThat(pool.group("thin").mean()).isBetween(-8.0, pool.all().mean());
        assertThat(pool.group("g0").mean()).isCloseTo(-1, within(.05));
        assertThat(pool.group("unheard").mean()).isCloseTo(pool.all().mean(), within(1e-9));
        assertThat(pool.group("unheard").deviation()).isGreaterThan(pool.all().deviation());
    }
}
