package dev.storetwin.core.forecast.ets;

/**
 * One of the thirty models of exponential smoothing, by its parts (Hyndman, Koehler, Ord and Snyder 2008, table 2.1).
 *
 * @param error  additive or multiplicative
 * @param trend  of the level from period to period
 * @param damped whether the trend fades
 * @param season of the level within a cycle
 */
public record EtsModel(Component error, Component trend, boolean damped, Component season) {

    public EtsModel {
        if (error == Component.NONE) {
            throw new IllegalArgumentException("error must be additive or multiplicative.");
        }
        if (damped && trend == Component.NONE) {
            throw new IllegalArgumentException("A model without trend has none to damp.");
        }
    }

    /** A model by its letters, such as {@code ANN}, {@code MAdM}. */
    public static EtsModel of(String letters) {
        boolean damped = letters.length() == 4 && letters.charAt(2) == 'd';
        if (letters.length() != 3 && !damped) {
            throw new IllegalArgumentException("'%s' must read like ANN, AAA or MAdM.".formatted(letters));
        }
        return new EtsModel(
                Component.of(letters.charAt(0)),
                Component.of(letters.charAt(1)),
                damped,
                Component.of(letters.charAt(letters.length() - 1)));
    }

    /** As the literature writes it, such as {@code ETS(M,Ad,M)}. */
    public String name() {
        return "ETS(%s,%s%s,%s)".formatted(error.letter(), trend.letter(), damped ? "d" : "", season.letter());
    }

    boolean hasTrend() {
        return trend != Component.NONE;
    }

    boolean hasSeason() {
        return season != Component.NONE;
    }

    /** Whether it needs values above zero. */
    boolean needsPositive() {
        return error == Component.MULTIPLICATIVE
                || trend == Component.MULTIPLICATIVE
                || season == Component.MULTIPLICATIVE;
    }

    /** Whether its variance can run away or a division by nearly zero upset it (the book's chapter 9). */
    boolean isUnstable() {
        return error == Component.ADDITIVE
                ? trend == Component.MULTIPLICATIVE || season == Component.MULTIPLICATIVE
                : trend == Component.MULTIPLICATIVE && season == Component.ADDITIVE;
    }

    int smoothingParameters() {
        return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? 1 : 0) + (damped ? 1 : 0);
    }

    /** Smoothing parameters and first states that are free; the first seasons have a fixed sum. */
    int freeParameters(int period) {
        return smoothingParameters() + 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? period - 1 : 0);
    }
}
