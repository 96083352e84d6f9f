package dev.storetwin.experiment;

import java.util.Optional;

/**
 * Whether something other than the best is tried, to learn from it.
 *
 * @param rate     share of decisions that draw evenly among all that is allowed, whatever it costs; 0 always takes the best
 * @param learning how things are tried within a budget instead
 */
public record Exploration(double rate, Optional<Learning> learning) {

    public static final Exploration NONE = new Exploration(0);

    public Exploration {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "An exploration rate is between 0 and 1, not %s.\nMaybe it is meant in per cent.".formatted(rate));
        }
        if (rate > 0 && learning.isPresent()) {
            throw new IllegalArgumentException(
                    "Things are tried at a rate (%s) or within a budget, not both.\nMaybe leave the rate out."
                            .formatted(rate));
        }
    }

    /** At a rate, evenly. */
    public Exploration(double rate) {
        this(rate, Optional.empty());
    }

    /** Within a budget, what is thought to be the best the more often. */
    public static Exploration learning(Learning terms) {
        return new Exploration(0, Optional.of(terms));
    }

    /** The probability that the best of so many is taken. */
    public double probabilityOfBest(int alternatives) {
        return 1 - rate + rate / alternatives;
    }

    /** The probability that one other than the best of so many is taken. */
    public double probabilityOfOther(int alternatives) {
        return rate / alternatives;
    }
}
