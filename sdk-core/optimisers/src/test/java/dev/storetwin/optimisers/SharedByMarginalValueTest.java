package dev.storetwin.optimisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.solver.Claim;
import dev.storetwin.core.solver.LinearAnswer;
import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.MarginalAllocation;
import dev.storetwin.core.solver.SolverLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is shared by marginal value, beside what linear programming makes of it. */
class SharedByMarginalValueTest {

    private static final double ROUNDING = 1e-6;

    private final OjAlgoOptimiser optimiser = new OjAlgoOptimiser();

    /** What one claimant brings for each pack, falling, and takes of each of its limits. */
    private record Want(double[] marginal, int[] limits, long[] perPack) {

        Claim claim() {
            var packs = LongStream.rangeClosed(1, marginal.length).toArray();
            var gains = new double[marginal.length];
            for (int i = 0; i < gains.length; i++) {
                gains[i] = marginal[i] + (i == 0 ? 0 : gains[i - 1]);
            }
            return new Claim(packs, gains, limits, perPack);
        }
    }

    private static List<Want> wants(SplittableRandom chance, int count, int limits) {
        var wants = new ArrayList<Want>();
        for (int i = 0; i < count; i++) {
            var marginal = new double[1 + chance.nextInt(8)];
            double value = 1 + 30 * chance.nextDouble();
            for (int j = 0; j < marginal.length; j++) {
                marginal[j] = value;
                value *= .5 + .5 * chance.nextDouble();
            }
            int second = 1 + chance.nextInt(Math.max(1, limits - 1));
            var under = limits == 1 ? new int[] {0} : new int[] {0, second};
            wants.add(
                    new Want(marginal, under, chance.longs(under.length, 1, 30).toArray()));
        }
        return wants;
    }

    private static long[] half(List<Want> wants, int limits) {
        var most = new long[limits];
        for (var want : wants) {
            for (int i = 0; i < want.limits().length; i++) {
                most[want.limits()[i]] += want.perPack()[i] * want.marginal().length / 2;
            }
        }
        return most;
    }

    private LinearAnswer.Solution solved(List<Want> wants, long[] most, boolean isWhole) {
        var program = LinearProgram.maximise();
        var places = new ArrayList<Integer>();
        for (var want : wants) {
            for (double value : want.marginal()) {
                places.add(isWhole ? program.integer("pack", 0, 1, value) : program.variable("pack", 0, 1, value));
            }
        }
        for (int limit = 0; limit < most.length; limit++) {
            var sum = program.sum("limit " + limit);
            int next = 0;
            for (var want : wants) {
                for (int j = 0; j < want.marginal().length; j++) {
                    int place = places.get(next++);
                    for (int i = 0; i < want.limits().length; i++) {
                        if (want.limits()[i] == limit) {
                            sum.plus(want.perPack()[i], place);
                        }
                    }
                }
            }
            sum.atMost(most[limit]);
        }
        return optimiser.solve(program.build(), SolverLimits.DEFAULT).solution().orElseThrow();
    }

    @Property(tries = 200)
    void with_one_limit_its_bound_is_the_linear_program_and_it_is_short_of_that_by_less_than_a_pack(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        var wants = wants(new SplittableRandom(seed), count, 1);
        var most = half(wants, 1);

        var shared = new MarginalAllocation(wants.stream().map(Want::claim).toList(), most);
        double best = solved(wants, most, false).objective();

        double dearest =
                wants.stream().mapToDouble(it -> it.marginal()[0]).max().orElse(0);
        assertThat(shared.bound()).isCloseTo(best, within(ROUNDING * (1 + best)));
        assertThat(best - shared.gain()).isBetween(-ROUNDING * (1 + best), dearest);
    }

    @Property(tries = 100)
    void with_several_limits_its_bound_holds_and_tells_how_near_it_is(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int limits) {
        var wants = wants(new SplittableRandom(seed), 60, limits);
        var most = half(wants, limits);

        var shared = new MarginalAllocation(wants.stream().map(Want::claim).toList(), most);
        double best = solved(wants, most, false).objective();

        assertThat(shared.bound()).isGreaterThanOrEqualTo(best - ROUNDING * (1 + best));
        assertThat(shared.gain()).isBetween(.95 * best, best + ROUNDING * (1 + best));
    }
}
