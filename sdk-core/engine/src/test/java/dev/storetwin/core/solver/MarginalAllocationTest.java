package dev.storetwin.core.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarginalAllocationTest {

    private static final int[] BUDGET = {0};

    private static Claim claim(long perPack, double... marginal) {
        var packs = new long[marginal.length];
        var gains = new double[marginal.length];
        for (int i = 0; i < packs.length; i++) {
            packs[i] = i + 1;
            gains[i] = marginal[i] + (i == 0 ? 0 : gains[i - 1]);
        }
        return new Claim(packs, gains, BUDGET, new long[] {perPack});
    }

    @Test
    void gives_each_pack_to_whoever_makes_most_of_it() {
        var mugs = claim(10, 50, 30, 10);
        var bowls = claim(10, 40, 20);

        var shared = new MarginalAllocation(List.of(mugs, bowls), new long[] {35});

        assertThat(shared.given(0)).isEqualTo(2);
        assertThat(shared.given(1)).isEqualTo(1);
        assertThat(shared.used(0)).isEqualTo(30);
        assertThat(shared.gain()).isEqualTo(120);
        assertThat(shared.price(0)).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void gives_everybody_everything_where_nothing_is_scarce() {
        var shared = new MarginalAllocation(List.of(claim(10, 50, 30), claim(1, 4)), new long[] {21});

        assertThat(shared.given(0)).isEqualTo(2);
        assertThat(shared.given(1)).isEqualTo(1);
        assertThat(shared.price(0)).isZero();
        assertThat(shared.bound()).isEqualTo(shared.gain());
    }

    @Test
    void gives_the_fewest_packs_whole_or_not_at_all() {
        var dozen = new Claim(new long[] {12, 13}, new double[] {24, 25}, BUDGET, new long[] {10});
        var single = claim(10, 15, 14);

        var shared = new MarginalAllocation(List.of(dozen, single), new long[] {110});

        assertThat(shared.given(0)).isZero();
        assertThat(shared.given(1)).isEqualTo(2);
    }

    @Test
    void prices_each_of_several_limits() {
        var both = new Claim(new long[] {1, 2}, new double[] {10, 18}, new int[] {0, 1}, new long[] {1, 1});
        var money = new Claim(new long[] {1, 2}, new double[] {6, 11}, new int[] {0}, new long[] {1});

        var shared = new MarginalAllocation(List.of(both, money), new long[] {3, 1});

        assertThat(shared.given(0)).isEqualTo(1);
        assertThat(shared.given(1)).isEqualTo(2);
        assertThat(shared.gain()).isEqualTo(21);
        assertThat(shared.bound()).isCloseTo(21, within(1e-6));
        assertThat(shared.price(1)).isPositive();
    }

    /** The price is what the last of the seven-unit packs brings for each unit: multiplied out again it may come out below that. */
    @Test
    void who_sets_the_price_does_not_get_ahead_of_who_is_worth_more() {
        var dear = new Claim(
                new long[] {2, 3, 4, 5},
                new double[] {14, 20.293422415276577, 22.184895085823168, 22.26247099498462},
                BUDGET,
                new long[] {7});
        var cheap = new Claim(
                new long[] {2, 3, 4}, new double[] {16, 21.541219268910154, 23.048689817817973}, BUDGET, new long[] {1
                });

        var shared = new MarginalAllocation(List.of(dear, cheap), new long[] {28});

        assertThat(shared.given(0)).isEqualTo(3);
        assertThat(shared.given(1)).isEqualTo(4);
        assertThat(shared.gain()).isEqualTo(20.293422415276577 + 23.048689817817973, within(1e-9));
    }

    /** Concave curves of a few packs, some with a minimum order. */
    private static List<Claim> claims(Random random, int limits) {
        var claims = new ArrayList<Claim>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int points = 1 + random.nextInt(5);
            var packs = new long[points];
            var gains = new double[points];
            double slope = 1 + random.nextInt(20);
            for (int j = 0; j < points; j++) {
                packs[j] = j == 0 ? 1 + random.nextInt(3) : packs[j - 1] + 1;
                gains[j] = j == 0 ? slope * packs[0] : gains[j - 1] + slope;
                slope *= random.nextDouble();
            }
            var under = limits == 1 ? BUDGET : new int[] {0, 1 + i % (limits - 1)};
            var perPack = new long[under.length];
            for (int j = 0; j < under.length; j++) {
                perPack[j] = 1 + random.nextInt(9);
            }
            claims.add(new Claim(packs, gains, under, perPack));
        }
        return claims;
    }

    @Property(tries = 500)
    void more_of_one_limit_never_brings_less(@ForAll long seed, @IntRange(max = 120) @ForAll int most) {
        var claims = claims(new Random(seed), 1);

        var less = new MarginalAllocation(claims, new long[] {most});
        var more = new MarginalAllocation(claims, new long[] {most + 1});

        assertThat(more.gain()).isGreaterThanOrEqualTo(less.gain() - 1e-9);
    }

    @Property(tries = 500)
    void keeps_within_every_limit_and_below_its_own_bound(
            @ForAll long seed, @IntRange(min = 1, max = 4) @ForAll int limits, @IntRange(max = 60) @ForAll int most) {
        var claims = claims(new Random(seed), limits);
        var amounts = new long[limits];
        for (int i = 0; i < limits; i++) {
            amounts[i] = most + i;
        }

        var shared = new MarginalAllocation(claims, amounts);

        for (int limit = 0; limit < limits; limit++) {
            assertThat(shared.used(limit)).isLessThanOrEqualTo(amounts[limit]);
        }
        assertThat(shared.gain()).isLessThanOrEqualTo(shared.bound() + 1e-6);
        assertThat(shared.bound()).isGreaterThanOrEqualTo(best(claims, 0, amounts) - 1e-6);
    }

    @Property(tries = 500)
    void is_short_of_the_best_by_less_than_the_dearest_step(@ForAll long seed, @IntRange(max = 120) @ForAll int most) {
        var claims = claims(new Random(seed), 1);
        double dearest = claims.stream().mapToDouble(it -> it.gainUpTo(0)).max().orElse(0);

        var shared = new MarginalAllocation(claims, new long[] {most});

        assertThat(best(claims, 0, new long[] {most}) - shared.gain()).isLessThanOrEqualTo(dearest + 1e-9);
    }

    /** By trying everything. */
    private static double best(List<Claim> claims, int index, long[] room) {
        if (index == claims.size()) {
            return 0;
        }
        var claim = claims.get(index);
        double best = best(claims, index + 1, room);
        for (long count = claim.segments() == 0 ? 1 : claim.packsUpTo(0); count <= claim.wish(); count++) {
            var left = room.clone();
            boolean fits = true;
            for (int i = 0; i < claim.limits(); i++) {
                left[claim.limit(i)] -= claim.use(i, count);
                fits &= left[claim.limit(i)] >= 0;
            }
            best = fits ? Math.max(best, claim.gain(count) + best(claims, index + 1, left)) : best;
        }
        return best;
    }
}
