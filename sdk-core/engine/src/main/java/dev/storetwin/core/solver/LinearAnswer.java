package dev.storetwin.core.solver;

import java.util.List;
import java.util.Optional;

/** What became of a {@link LinearProgram}: always one of these, with its reason, never an exception for a program that is too hard. */
public sealed interface LinearAnswer {

    /** Why this is the answer, for people. */
    String reason();

    /** The best that was found, if anything was. */
    default Optional<Solution> solution() {
        return Optional.empty();
    }

    /** Whether the same program gets the same answer again: not when the clock or an interruption cut it short. */
    default boolean isReproducible() {
        return true;
    }

    /**
     * Values that keep all limits.
     *
     * @param objective the objective at these values
     * @param values    one for each variable, in their order; whole ones are exactly whole
     */
    record Solution(double objective, List<Double> values) {

        public Solution {
            values = List.copyOf(values);
        }

        /** The value of a variable, by its place. */
        public double value(int variable) {
            return values.get(variable);
        }
    }

    /** Nothing better exists, up to the gap that was asked for. */
    record Optimal(Solution best, String reason) implements LinearAnswer {

        @Override
        public Optional<Solution> solution() {
            return Optional.of(best);
        }
    }

    /**
     * Good, but not proved best.
     *
     * @param bound no solution is better than this
     */
    record Feasible(Solution best, double bound, Stop stop, String reason) implements LinearAnswer {

        @Override
        public Optional<Solution> solution() {
            return Optional.of(best);
        }

        /** How far the best might still be away, relative to its objective. */
        public double gap() {
            return Math.abs(best.objective() - bound) / Math.max(1e-9, Math.abs(best.objective()));
        }

        @Override
        public boolean isReproducible() {
            return stop.isReproducible();
        }
    }

    /** No values keep all limits. {@link Conflicts} tells which limits cannot hold together. */
    record Infeasible(String reason) implements LinearAnswer {}

    /** The objective can be made as good as one likes: a limit is missing. */
    record Unbounded(String reason) implements LinearAnswer {}

    /** Nothing was found and nothing was proved. */
    record GivenUp(Stop stop, String reason) implements LinearAnswer {

        @Override
        public boolean isReproducible() {
            return stop.isReproducible();
        }
    }
}
