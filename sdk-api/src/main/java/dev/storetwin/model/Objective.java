package dev.storetwin.model;

import dev.storetwin.model.Objective.Poisson;
import dev.storetwin.model.Objective.Quantile;
import dev.storetwin.model.Objective.SquaredError;
import dev.storetwin.model.Objective.Tweedie;

/** What a learner makes small, and so what its predictions mean. */
public sealed interface Objective permits SquaredError, Quantile, Tweedie, Poisson {

    /** What the trade calls it, with its parameter: {@code quantile 0.9}. */
    String label();

    /** Predictions are means, and an error counts by its square. */
    record SquaredError() implements Objective {
        @Override
        public String label() {
            return "squared-error";
        }
    }

    /**
     * Predictions are not exceeded with this probability (pinball loss, Koenker and Bassett 1978).
     *
     * @param level above 0 and below 1
     */
    record Quantile(double level) implements Objective {
        public Quantile {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("""
                        A quantile level (%s) must be above 0 and below 1.
                        Maybe percent was written where a fraction is meant: 0.9, not 90.""".formatted(level));
            }
        }

        @Override
        public String label() {
            return "quantile " + level;
        }
    }

    /**
     * Predictions are means, above 0, of targets that are often 0 and else skewed (Tweedie 1984).
     *
     * @param power of the mean that the variance grows with, above 1 and below 2: nearer 1 for counts, nearer 2 for amounts
     */
    record Tweedie(double power) implements Objective {
        public Tweedie {
            if (!(power > 1 && power < 2)) {
                throw new IllegalArgumentException("""
                        A Tweedie power (%s) must be above 1 and below 2.
                        Maybe Poisson is meant, which has the power 1.""".formatted(power));
            }
        }

        @Override
        public String label() {
            return "tweedie " + power;
        }
    }

    /** Predictions are means, above 0, of counts. */
    record Poisson() implements Objective {
        @Override
        public String label() {
            return "poisson";
        }
    }

    /** Targets below 0 have no place in it. */
    default boolean isForNonNegative() {
        return this instanceof Tweedie || this instanceof Poisson;
    }
}
