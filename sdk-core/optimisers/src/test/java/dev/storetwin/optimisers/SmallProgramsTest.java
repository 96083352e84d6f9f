package dev.storetwin.optimisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.solver.LinearAnswer;
import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.SolverLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** On programs so small that every possibility can be tried. */
class SmallProgramsTest {

    private final OjAlgoOptimiser optimiser = new OjAlgoOptimiser();

    @Property(tries = 500)
    void whole_numbers_are_as_good_as_the_best_of_all(@ForAll long seed) {
        var program = random(new SplittableRandom(seed), true);
        var expected = bestOfAll(program, 0, new ArrayList<>());

        var answer = optimiser.solve(program, SolverLimits.DEFAULT);

        if (expected.isEmpty()) {
            assertThat(answer).isInstanceOf(LinearAnswer.Infeasible.class);
        } else {
            assertThat(answer).isInstanceOf(LinearAnswer.Optimal.class);
            var best = answer.solution().orElseThrow();
            assertThat(best.objective()).isCloseTo(expected.getAsDouble(), within(1e-6 * 50));
            assertThat(program.brokenBy(best.values())).isEmpty();
        }
    }

    @Property(tries = 500)
    void a_relaxation_is_never_worse_and_keeps_all_limits(@ForAll long seed) {
        var whole = bestOfAll(random(new SplittableRandom(seed), true), 0, new ArrayList<>());
        var relaxed = random(new SplittableRandom(seed), false);

        var answer = optimiser.solve(relaxed, SolverLimits.DEFAULT);

        answer.solution()
                .ifPresent(it -> assertThat(relaxed.brokenBy(it.values())).isEmpty());
        whole.ifPresent(
                it -> assertThat(gain(relaxed, answer.solution().orElseThrow().objective(), it))
                        .isGreaterThanOrEqualTo(-1e-6));
        if (answer.solution().isEmpty()) {
            assertThat(answer).isInstanceOf(LinearAnswer.Infeasible.class);
        }
    }

    private static double gain(LinearProgram program, double objective, double other) {
        return program.sense() == LinearProgram.Sense.MINIMISE ? other - objective : objective - other;
    }

    private static LinearProgram random(SplittableRandom chance, boolean isWhole) {
        var program = chance.nextBoolean() ? LinearProgram.minimise() : LinearProgram.maximise();
        int variables = 1 + chance.nextInt(4);
        for (int i = 0; i < variables; i++) {
            int lower = chance.nextInt(4) - 2;
            int upper = lower + chance.nextInt(5);
            int cost = chance.nextInt(21) - 10;
            if (isWhole) {
                program.integer("x" + i, lower, upper, cost);
            } else {
                program.variable("x" + i, lower, upper, cost);
            }
        }
        int constraints = chance.nextInt(5);
        for (int k = 0; k < constraints; k++) {
            var sum = program.sum("limit " + k);
            for (int i = 0; i < variables; i++) {
                int coefficient = chance.nextInt(11) - 5;
                if (coefficient != 0) {
                    sum.plus(coefficient, i);
                }
            }
            int limit = chance.nextInt(21) - 8;
            switch (chance.nextInt(6)) {
                case 0, 1 -> sum.atMost(limit);
                case 2, 3 -> sum.atLeast(limit);
                case 4 -> sum.equalTo(limit);
                default -> sum.between(limit, limit + chance.nextInt(4));
            }
        }
        return program.build();
    }

    private static OptionalDouble bestOfAll(LinearProgram program, int variable, List<Double> chosen) {
        if (variable == program.variables().size()) {
            return program.brokenBy(chosen).isEmpty()
                    ? OptionalDouble.of(program.objective(chosen))
                    : OptionalDouble.empty();
        }
        var best = OptionalDouble.empty();
        var bounds = program.variables().get(variable);
        for (double value = bounds.lower(); value <= bounds.upper(); value++) {
            chosen.add(value);
            var here = bestOfAll(program, variable + 1, chosen);
            chosen.remove(variable);
            if (here.isPresent() && (best.isEmpty() || gain(program, here.getAsDouble(), best.getAsDouble()) > 0)) {
                best = here;
            }
        }
        return best;
    }
}
