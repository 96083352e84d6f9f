package dev.storetwin.optimisers;

import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.LinearProgram.Constraint;
import dev.storetwin.core.solver.LinearProgram.Sense;
import dev.storetwin.core.solver.SolverLimits;
import dev.storetwin.core.solver.Stop;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/**
 * The program without its whole numbers, as ojAlgo's simplex method solves it: in the caller's thread, and checked afterwards.
 *
 * <p>Each step of the method asks for steps, time and interruption, and a step is a bounded piece of work; so it comes back. (ojAlgo's own search for
 * whole numbers does not: it works on threads of its own, and looks at the clock between nodes only.) A limit from both sides becomes an equation with
 * one more variable between the two.
 */
final class Relaxation {

    /** How a relaxation ended; with values only when these are its optimum. */
    record Outcome(Kind kind, double objective, double[] values) {

        enum Kind {
            OPTIMAL,
            INFEASIBLE,
            UNBOUNDED,
            STOPPED
        }

        boolean is(Kind other) {
            return kind == other;
        }
    }

    private final LinearProgram program;
    private final SolverLimits limits;
    private final SolverWatchdog watchdog;
    private final List<Constraint> rows;
    private final int columns;
    private final double sign;

    private @Nullable LinearSolver kept;
    private @Nullable Stop stop;

    Relaxation(LinearProgram program, SolverLimits limits, SolverWatchdog watchdog) {
        this.program = program;
        this.limits = limits;
        this.watchdog = watchdog;
        this.rows = program.constraints().stream().filter(Relaxation::binds).toList();
        this.columns = program.variables().size()
                + (int) rows.stream().filter(Relaxation::isRange).count();
        this.sign = program.sense() == Sense.MINIMISE ? 1 : -1;
    }

    /** Why the last one was {@link Outcome.Kind#STOPPED}. */
    Stop stop() {
        return stop == null ? Stop.NUMBERS : stop;
    }

    /** Solves it within these bounds from the start, once more by other arithmetic when the first answer does not hold. */
    Outcome solve(Bounds bounds) {
        if (bounds.areEmpty() || rows.stream().anyMatch(Relaxation::cannotHold)) {
            return without(Outcome.Kind.INFEASIBLE);
        }
        if (rows.isEmpty()) {
            return unconstrained(bounds);
        }
        var outcome = solve(bounds, null);
        return outcome.is(Outcome.Kind.STOPPED) && stop == Stop.NUMBERS ? solve(bounds, true) : outcome;
    }

    /** The same after the bounds of one variable were narrowed since the last call, from where that one ended. */
    Outcome solveAgain(Bounds bounds, int narrowed) {
        var solver = kept;
        if (solver == null || !solver.updateRange(narrowed, bounds.lower()[narrowed], bounds.upper()[narrowed])) {
            return solve(bounds);
        }
        solver.options.time_abort = watchdog.millisLeft();
        var outcome = read(solver.solve(null), bounds, Stop.NUMBERS);
        return outcome.is(Outcome.Kind.STOPPED) && stop == Stop.NUMBERS ? solve(bounds) : outcome;
    }

    private Outcome solve(Bounds bounds, @Nullable Boolean isSparse) {
        var options = new Optimisation.Options();
        options.iterations_abort = limits.iterations();
        options.time_abort = watchdog.millisLeft();
        options.sparse = isSparse;
        options.linear().dual();
        var solver = built(bounds).build(options);
        kept = solver;
        return read(solver.solve(null), bounds, Stop.ITERATIONS);
    }

    /** What is neither an optimum nor a failure was cut short, by the clock, an interruption, or else by what is given. */
    private Outcome read(Optimisation.Result result, Bounds bounds, Stop otherwise) {
        var state = result.getState();
        if (state.isOptimal()) {
            return checked(result, bounds);
        }
        kept = null;
        if (state == Optimisation.State.UNBOUNDED) {
            return without(Outcome.Kind.UNBOUNDED);
        }
        if (state == Optimisation.State.INFEASIBLE) {
            return without(Outcome.Kind.INFEASIBLE);
        }
        if (Thread.currentThread().isInterrupted()) {
            return stopped(Stop.INTERRUPTED);
        }
        return stopped(watchdog.isTimeUp() ? Stop.CLOCK : otherwise);
    }

    /** An optimum only if it keeps the bounds and limits; what is a rounding error away from a bound is put there. */
    private Outcome checked(Optimisation.Result result, Bounds bounds) {
        var values = new double[bounds.lower().length];
        for (int i = 0; i < values.length; i++) {
            double value = result.doubleValue(i);
            values[i] = Math.max(bounds.lower()[i], Math.min(bounds.upper()[i], value));
            if (!(Math.abs(value - values[i]) <= LinearProgram.TOLERANCE * Math.max(1, Math.abs(value)))) {
                return stopped(Stop.NUMBERS);
            }
        }
        return rows.stream().allMatch(row -> isKept(row, values)) ? optimal(values) : stopped(Stop.NUMBERS);
    }

    private Outcome optimal(double[] values) {
        double objective = 0;
        for (int i = 0; i < values.length; i++) {
            objective += program.variables().get(i).cost() * values[i];
        }
        return new Outcome(Outcome.Kind.OPTIMAL, objective, values);
    }

    private Outcome stopped(Stop why) {
        kept = null;
        stop = why;
        return without(Outcome.Kind.STOPPED);
    }

    private static Outcome without(Outcome.Kind kind) {
        return new Outcome(kind, 0, new double[0]);
    }

    /** Nothing ties the variables together: each is best at one of its bounds. */
    private Outcome unconstrained(Bounds bounds) {
        var values = new double[bounds.lower().length];
        for (int i = 0; i < values.length; i++) {
            double cost = sign * program.variables().get(i).cost();
            double any = Math.max(bounds.lower()[i], Math.min(bounds.upper()[i], 0));
            values[i] = cost > 0 ? bounds.lower()[i] : cost < 0 ? bounds.upper()[i] : any;
            if (Double.isInfinite(values[i])) {
                return without(Outcome.Kind.UNBOUNDED);
            }
        }
        return optimal(values);
    }

    private LinearSolver.Builder built(Bounds bounds) {
        var costs = new double[columns];
        var lower = Arrays.copyOf(bounds.lower(), columns);
        var upper = Arrays.copyOf(bounds.upper(), columns);
        int between = bounds.lower().length;
        for (int i = 0; i < between; i++) {
            costs[i] = sign * program.variables().get(i).cost();
        }
        for (var row : rows) {
            if (isRange(row)) {
                lower[between] = row.lower();
                upper[between] = row.upper();
                between++;
            }
        }
        var builder = LinearSolver.newBuilder().objective(costs).lower(lower).upper(upper);
        addRows(builder, bounds.lower().length);
        return builder;
    }

    private void addRows(LinearSolver.Builder builder, int firstBetween) {
        int between = firstBetween;
        for (var row : rows) {
            if (row.lower() == row.upper()) {
                fill(builder.equality(row.lower()), row, 1);
            } else if (isRange(row)) {
                var sum = builder.equality(0.0);
                fill(sum, row, 1);
                sum.set(between++, -1.0);
            } else if (Double.isFinite(row.upper())) {
                fill(builder.inequality(row.upper()), row, 1);
            } else {
                fill(builder.inequality(-row.lower()), row, -1);
            }
        }
    }

    private static void fill(Mutate1D sum, Constraint row, double factor) {
        for (var term : row.terms()) {
            sum.set(term.variable(), factor * term.coefficient());
        }
    }

    private static boolean isKept(Constraint row, double[] values) {
        double sum = 0;
        double size = 1;
        for (var term : row.terms()) {
            double part = term.coefficient() * values[term.variable()];
            sum += part;
            size = Math.max(size, Math.abs(part));
        }
        double tolerance = LinearProgram.TOLERANCE * size;
        return sum >= row.lower() - tolerance && sum <= row.upper() + tolerance;
    }

    /** Whether the limit says anything; one without terms does only when it cannot hold. */
    private static boolean binds(Constraint row) {
        boolean isLimit = Double.isFinite(row.lower()) || Double.isFinite(row.upper());
        return cannotHold(row) || (isLimit && !row.terms().isEmpty());
    }

    private static boolean cannotHold(Constraint row) {
        boolean isEmpty = row.lower() > row.upper()
                || row.lower() == Double.POSITIVE_INFINITY
                || row.upper() == Double.NEGATIVE_INFINITY;
        return isEmpty || (row.terms().isEmpty() && (row.lower() > 0 || row.upper() < 0));
    }

    private static boolean isRange(Constraint row) {
        return Double.isFinite(row.lower()) && Double.isFinite(row.upper()) && row.lower() < row.upper();
    }
}
