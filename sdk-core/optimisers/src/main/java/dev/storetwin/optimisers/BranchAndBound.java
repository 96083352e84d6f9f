package dev.storetwin.optimisers;

import dev.storetwin.core.solver.LinearAnswer;
import dev.storetwin.core.solver.LinearAnswer.Feasible;
import dev.storetwin.core.solver.LinearAnswer.GivenUp;
import dev.storetwin.core.solver.LinearAnswer.Infeasible;
import dev.storetwin.core.solver.LinearAnswer.Optimal;
import dev.storetwin.core.solver.LinearAnswer.Unbounded;
import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.LinearProgram.Sense;
import dev.storetwin.core.solver.SolverLimits;
import dev.storetwin.core.solver.Stop;
import dev.storetwin.optimisers.Relaxation.Outcome;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Finds the best whole numbers: one search, in the caller's thread, the same each time. */
final class BranchAndBound {

    /*
     * Land and Doig (1960). A node is a part of the space; its relaxation says that nothing in it is better than so much. Of the open nodes the one
     * with the best bound is taken, and from there the search dives: of the two halves that branching makes, it goes on with the nearer one, which
     * the simplex method solves from where it stands, and keeps the other for later. Inside, small is good: for a program that wants much, signs
     * are turned round.
     */

    private final LinearProgram program;
    private final SolverLimits limits;
    private final SolverWatchdog watchdog;
    private final Relaxation relaxation;
    private final PseudoCosts costs;
    private final Bounds whole;
    private final PriorityQueue<Node> open = new PriorityQueue<>();
    private final double sign;

    private int looked;
    private int made;
    private double best = Double.POSITIVE_INFINITY;
    private double @Nullable [] incumbent;
    private @Nullable Stop stop;
    private boolean isUnbounded;
    /** The best bound of what had to be left unsolved. */
    private double lost = Double.POSITIVE_INFINITY;

    BranchAndBound(LinearProgram program, SolverLimits limits, SolverWatchdog watchdog, Relaxation relaxation) {
        this.program = program;
        this.limits = limits;
        this.watchdog = watchdog;
        this.relaxation = relaxation;
        this.whole = Bounds.of(program);
        this.costs = new PseudoCosts(program.variables().size());
        this.sign = program.sense() == Sense.MINIMISE ? 1 : -1;
    }

    LinearAnswer solve() {
        open.add(Node.root());
        while (!open.isEmpty() && !isUnbounded && mayGoOn()) {
            var node = open.remove();
            if (!isHopeless(node.bound())) {
                dive(node);
            }
        }
        return isUnbounded ? unbounded() : answer();
    }

    private boolean mayGoOn() {
        if (stop == null) {
            if (Thread.currentThread().isInterrupted()) {
                stop = Stop.INTERRUPTED;
            } else if (looked >= limits.nodes()) {
                stop = Stop.NODES;
            } else if (watchdog.isTimeUp()) {
                stop = Stop.CLOCK;
            }
        }
        return stop == null;
    }

    /** Whether nothing in there can be better than what is known by more than the gap. */
    private boolean isHopeless(double bound) {
        return bound >= best - limits.gap() * Math.max(1e-9, Math.abs(best));
    }

    private void dive(Node from) {
        var node = from;
        var bounds = node.within(whole);
        var outcome = relaxation.solve(bounds);
        while (true) {
            looked++;
            if (!outcome.is(Outcome.Kind.OPTIMAL)) {
                close(node, outcome);
                return;
            }
            double bound = Math.max(node.bound(), sign * outcome.objective());
            learn(node, bound);
            round(outcome.values());
            int branching = isHopeless(bound) ? -1 : branching(outcome.values());
            if (branching < 0) {
                complete(bounds, outcome, bound);
                return;
            }
            node = halve(node, bounds, branching, outcome.values()[branching], bound);
            if (!mayGoOn()) {
                open.add(node);
                return;
            }
            bounds.narrow(branching, node.least(), node.most());
            outcome = relaxation.solveAgain(bounds, branching);
        }
    }

    private void learn(Node node, double bound) {
        if (node.variable() >= 0 && Double.isFinite(node.bound())) {
            costs.learn(node.variable(), node.move(), bound - node.bound());
        }
    }

    private void close(Node node, Outcome outcome) {
        if (outcome.is(Outcome.Kind.UNBOUNDED)) {
            isUnbounded = true;
        } else if (outcome.is(Outcome.Kind.STOPPED)) {
            lost = Math.min(lost, node.bound());
            stop = relaxation.stop();
        }
    }

    /** Where every number is whole, up to rounding: the rest is chosen anew for exactly whole ones. */
    private void complete(Bounds bounds, Outcome outcome, double bound) {
        if (isHopeless(bound)) {
            return;
        }
        var fixed = bounds.copy();
        for (int i = 0; i < outcome.values().length; i++) {
            if (program.variables().get(i).isInteger()) {
                double whole = Math.rint(outcome.values()[i]);
                fixed.narrow(i, whole, whole);
            }
        }
        var exact = relaxation.solve(fixed);
        if (exact.is(Outcome.Kind.OPTIMAL)) {
            offer(exact.values());
        } else {
            lost = Math.min(lost, bound);
            stop = exact.is(Outcome.Kind.STOPPED) ? relaxation.stop() : Stop.NUMBERS;
        }
    }

    /** A cheap try: the values rounded in three ways, for what they are worth. */
    private void round(double[] values) {
        offer(rounded(values, 0.5));
        offer(rounded(values, 1 - LinearProgram.TOLERANCE));
        offer(rounded(values, LinearProgram.TOLERANCE));
    }

    private double[] rounded(double[] values, double half) {
        var rounded = values.clone();
        for (int i = 0; i < rounded.length; i++) {
            if (program.variables().get(i).isInteger()) {
                double floor = Math.floor(rounded[i]);
                rounded[i] = rounded[i] - floor > half ? floor + 1 : floor;
            }
        }
        return rounded;
    }

    private void offer(double[] values) {
        double objective = 0;
        for (int i = 0; i < values.length; i++) {
            objective += sign * program.variables().get(i).cost() * values[i];
        }
        if (objective < best && program.brokenBy(Values.listed(values)).isEmpty()) {
            best = objective;
            incumbent = values;
        }
    }

    /** The variable to branch on, or -1 when all are whole. */
    private int branching(double[] values) {
        int chosen = -1;
        double highest = -1;
        for (int i = 0; i < values.length; i++) {
            double fraction = values[i] - Math.floor(values[i]);
            if (program.variables().get(i).isInteger() && isFraction(fraction)) {
                double score = costs.score(i, fraction);
                if (score > highest) {
                    highest = score;
                    chosen = i;
                }
            }
        }
        return chosen;
    }

    private static boolean isFraction(double fraction) {
        return fraction > LinearProgram.TOLERANCE && fraction < 1 - LinearProgram.TOLERANCE;
    }

    /** The nearer half, to go on with; the other waits. */
    private Node halve(Node node, Bounds bounds, int variable, double value, double bound) {
        double floor = Math.floor(value);
        double fraction = value - floor;
        var down = new Node(++made, node, bound, variable, bounds.lower()[variable], floor, -fraction);
        var up = new Node(++made, node, bound, variable, floor + 1, bounds.upper()[variable], 1 - fraction);
        boolean isUpNearer = fraction > 0.5;
        open.add(isUpNearer ? down : up);
        return isUpNearer ? up : down;
    }

    private LinearAnswer answer() {
        double bound = Math.min(
                lost, open.isEmpty() ? Double.POSITIVE_INFINITY : open.peek().bound());
        boolean isProved = isHopeless(bound);
        if (incumbent == null) {
            return stop == null
                    ? new Infeasible("no whole numbers keep all limits")
                    : new GivenUp(stop, "no solution was found before %s".formatted(stop.words()));
        }
        var solution = Values.solution(program, incumbent);
        if (stop == null || isProved) {
            return new Optimal(
                    solution, "no better whole numbers keep all limits, within a gap of %s".formatted(limits.gap()));
        }
        return new Feasible(
                solution, sign * bound, stop, "proof of the best was not finished: %s".formatted(stop.words()));
    }

    private static LinearAnswer unbounded() {
        return new Unbounded(
                "without whole numbers the objective has no end within the limits; maybe a bound or a limit is missing");
    }
}
