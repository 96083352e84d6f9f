package dev.storetwin.experiment;

/**
 * How often something other than the best is tried, to learn from it.
 *
 * @param rate share of decisions that draw evenly among all that is allowed; 0 always takes the best
 */
public record Exploration(double rate) {

    public static final Exploration NONE = new Exploration(0);

    public Exploration {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "An exploration rate is between 0 and 1, not %s.\nMaybe it is meant in per cent.".formatted(rate));
        }
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
