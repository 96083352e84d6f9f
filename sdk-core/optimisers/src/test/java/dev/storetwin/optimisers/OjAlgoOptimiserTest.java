package dev.storetwin.optimisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.solver.LinearAnswer;
import dev.storetwin.core.solver.LinearOptimiser;
import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.SolverLimits;
import dev.storetwin.core.solver.Stop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OjAlgoOptimiserTest {

    private static final double HIGH = Double.POSITIVE_INFINITY;

    private final LinearOptimiser optimiser = new OjAlgoOptimiser();

    @Test
    void is_found_as_the_optimiser_of_the_engine() {
        assertThat(LinearOptimiser.find()).containsInstanceOf(OjAlgoOptimiser.class);
    }

    /** Dantzig's mix of products: 36 from two doors and six windows. */
    @Test
    void finds_the_best_mix_of_products() {
        var program = LinearProgram.maximise();
        int doors = program.variable("doors", 0, HIGH, 3);
        int windows = program.variable("windows", 0, HIGH, 5);
        program.sum("plant 1").plus(doors).atMost(4);
        program.sum("plant 2").plus(2, windows).atMost(12);
        program.sum("plant 3").plus(3, doors).plus(2, windows).atMost(18);

        var answer = solve(program.build());

        assertThat(answer).isInstanceOf(LinearAnswer.Optimal.class);
        var best = answer.solution().orElseThrow();
        assertThat(best.objective()).isCloseTo(36, within(1e-9));
        assertThat(best.value(doors)).isCloseTo(2, within(1e-9));
        assertThat(best.value(windows)).isCloseTo(6, within(1e-9));
    }

    @Test
    void whole_numbers_are_exactly_whole() {
        var program = LinearProgram.maximise();
        int boxes = program.integer("boxes", 0, 100, 5);
        int bags = program.integer("bags", 0, 100, 4);
        program.sum("weight").plus(6, boxes).plus(4, bags).atMost(24);
        program.sum("space").plus(boxes).plus(2, bags).atMost(6);

        var answer = solve(program.build());

        assertThat(answer).isInstanceOf(LinearAnswer.Optimal.class);
        assertThat(answer.solution().orElseThrow())
                .isEqualTo(new LinearAnswer.Solution(20, java.util.List.of(4.0, 0.0)));
    }

    @Test
    void limits_from_both_sides_equations_and_negative_bounds_hold() {
        var program = LinearProgram.minimise();
        int x = program.variable("x", -5, HIGH, 1);
        int y = program.variable("y", Double.NEGATIVE_INFINITY, 3, -1);
        int z = program.variable("z", -2, 2, 0.5);
        program.sum("range").plus(x).plus(y).between(-1, 4);
        program.sum("equal").plus(x).minus(z).equalTo(-4);

        var best = solve(program.build()).solution().orElseThrow();

        assertThat(best.values()).containsExactly(-4.0, 3.0, 0.0);
        assertThat(best.objective()).isCloseTo(-7, within(1e-9));
    }

    @Test
    void what_cannot_hold_together_is_infeasible() {
        var program = LinearProgram.minimise();
        int x = program.variable("x", 0, 10, 1);
        program.sum("much").plus(x).atLeast(8);
        program.sum("little").plus(x).atMost(7);

        assertThat(solve(program.build())).isInstanceOf(LinearAnswer.Infeasible.class);
    }

    @Test
    void whole_numbers_may_be_what_cannot_hold() {
        var program = LinearProgram.minimise();
        int x = program.integer("x", 0, 10, 1);
        program.sum("between whole numbers").plus(2, x).equalTo(7);

        assertThat(solve(program.build())).isInstanceOf(LinearAnswer.Infeasible.class);
    }

    @Test
    void a_missing_limit_is_unbounded() {
        var program = LinearProgram.maximise();
        int x = program.variable("x", 0, HIGH, 1);
        int y = program.variable("y", 0, HIGH, 0);
        program.sum("tied").plus(x).minus(y).atMost(1);

        assertThat(solve(program.build())).isInstanceOf(LinearAnswer.Unbounded.class);
        assertThat(solve(lonely(HIGH))).isInstanceOf(LinearAnswer.Unbounded.class);
    }

    @Test
    void without_limits_each_variable_goes_to_its_better_bound() {
        assertThat(solve(lonely(9)).solution().orElseThrow().values()).containsExactly(9.0);
    }

    private static LinearProgram lonely(double most) {
        var program = LinearProgram.maximise();
        program.variable("x", 0, most, 1);
        return program.build();
    }

    @Test
    void an_empty_sum_holds_only_when_zero_is_allowed() {
        assertThat(solve(emptySum(-1, 1))).isInstanceOf(LinearAnswer.Optimal.class);
        assertThat(solve(emptySum(1, 2))).isInstanceOf(LinearAnswer.Infeasible.class);
    }

    private static LinearProgram emptySum(double lower, double upper) {
        var program = LinearProgram.minimise();
        int x = program.variable("x", 0, 1, 1);
        program.sum("real").plus(x).atMost(1);
        program.sum("empty").between(lower, upper);
        return program.build();
    }

    @Test
    void without_patience_nothing_is_found_and_that_is_said() {
        var answer = optimiser.solve(hard(12, 3), SolverLimits.DEFAULT.withPatience(Duration.ZERO));

        assertThat(answer).isInstanceOfSatisfying(LinearAnswer.GivenUp.class, it -> assertThat(it.stop())
                .isEqualTo(Stop.CLOCK));
        assertThat(answer.isReproducible()).isFalse();
    }

    @Test
    void few_nodes_give_a_solution_with_a_bound() {
        var program = hard(30, 5);

        var short_ = optimiser.solve(program, SolverLimits.DEFAULT.withNodes(40));
        var full = solve(program);

        assertThat(full).isInstanceOf(LinearAnswer.Optimal.class);
        double best = full.solution().orElseThrow().objective();
        assertThat(short_).isInstanceOfSatisfying(LinearAnswer.Feasible.class, it -> {
            assertThat(it.stop()).isEqualTo(Stop.NODES);
            assertThat(it.bound()).isGreaterThanOrEqualTo(best - 1e-6);
            assertThat(it.best().objective()).isLessThanOrEqualTo(best + 1e-6);
            assertThat(it.gap()).isPositive();
            assertThat(it.isReproducible()).isTrue();
        });
    }

    @Test
    void few_iterations_are_an_answer_too() {
        assertThat(optimiser.solve(hard(30, 5), SolverLimits.DEFAULT.withIterations(1)))
                .isInstanceOfSatisfying(
                        LinearAnswer.GivenUp.class, it -> assertThat(it.stop()).isEqualTo(Stop.ITERATIONS));
    }

    @Test
    void an_interrupted_thread_comes_back_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        try {
            var answer = solve(hard(12, 3));

            assertThat(answer).isInstanceOfSatisfying(LinearAnswer.GivenUp.class, it -> assertThat(it.stop())
                    .isEqualTo(Stop.INTERRUPTED));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void the_same_program_has_the_same_answer() {
        var limits = SolverLimits.DEFAULT.withNodes(60);

        assertThat(optimiser.solve(hard(30, 5), limits)).isEqualTo(new OjAlgoOptimiser().solve(hard(30, 5), limits));
    }

    @Test
    void no_thread_is_left_behind_and_nothing_printed() {
        var out = new ByteArrayOutputStream();
        var before = threads();
        var stdout = System.out;
        var stderr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            solve(hard(20, 4));
            solve(emptySum(1, 2));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }

        assertThat(threads()).isSubsetOf(before);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }

    private LinearAnswer solve(LinearProgram program) {
        return optimiser.solve(program, SolverLimits.DEFAULT);
    }

    /** Which of so many things to pack under several limits at once; values follow the weights, so that no choice is obvious. */
    private static LinearProgram hard(int things, int limits) {
        var chance = new SplittableRandom(7);
        var program = LinearProgram.maximise();
        var weights = new int[limits][things];
        for (int i = 0; i < things; i++) {
            int sum = 0;
            for (int k = 0; k < limits; k++) {
                weights[k][i] = 10 + chance.nextInt(90);
                sum += weights[k][i];
            }
            program.choice("thing " + i, sum / (double) limits + chance.nextInt(10));
        }
        for (int k = 0; k < limits; k++) {
            var sum = program.sum("limit " + k);
            int total = 0;
            for (int i = 0; i < things; i++) {
                sum.plus(weights[k][i], i);
                total += weights[k][i];
            }
            sum.atMost(total / 2);
        }
        return program.build();
    }
}
