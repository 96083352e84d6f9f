package dev.storetwin.core.solver;

import java.time.Duration;

/**
 * How much work an answer may take. Nodes and iterations are counted, so that the same program ends at the same place everywhere; the patience is a
 * backstop, and an answer that it cut short says so.
 *
 * @param nodes      most programs to look at while whole numbers are branched on
 * @param iterations most steps of the simplex method, over all nodes
 * @param patience   wall-clock time after which whatever was found is the answer
 * @param gap        how far the best found may be from the bound, relative to the objective, to be called optimal
 */
public record SolverLimits(int nodes, int iterations, Duration patience, double gap) {

    /** Enough for programs of a few thousand variables; a minute at the outside. */
    public static final SolverLimits DEFAULT = new SolverLimits(50_000, 5_000_000, Duration.ofMinutes(1), 1e-6);

    public SolverLimits {
        if (nodes < 1 || iterations < 1 || patience.isNegative() || !(gap >= 0 && gap < 1)) {
            throw new IllegalArgumentException("""
                    Limits of %d nodes, %d iterations, %s and a gap of %s.
                    Maybe a limit was meant to be left as it is: start from SolverLimits.DEFAULT.""".formatted(nodes, iterations, patience, gap));
        }
    }

    public SolverLimits withNodes(int most) {
        return new SolverLimits(most, iterations, patience, gap);
    }

    public SolverLimits withIterations(int most) {
        return new SolverLimits(nodes, most, patience, gap);
    }

    public SolverLimits withPatience(Duration most) {
        return new SolverLimits(nodes, iterations, most, gap);
    }

    public SolverLimits withGap(double most) {
        return new SolverLimits(nodes, iterations, patience, most);
    }
}
