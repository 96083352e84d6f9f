package dev.storetwin.core.pricing.elasticity;

import java.util.Optional;

/**
 * What a series says of itself.
 *
 * @param slope      empty when it says nothing
 * @param method     how it was found
 * @param problem    why it says nothing, or what is wrong with it; empty when all is well
 * @param assumption that nobody can check and its number rests on, in words
 * @param identified whether anything at all can be said of it, by its group if not by itself
 */
record Opinion(
        SeriesCase one, Optional<Slope> slope, String method, String problem, String assumption, boolean identified) {

    private static final double CERTAINLY = 2.5;

    static Opinion none(SeriesCase one, String method, String problem, boolean identified) {
        return new Opinion(one, Optional.empty(), method, problem, "", identified);
    }

    Opinion with(Slope other) {
        return new Opinion(one, Optional.of(other), method, problem, assumption, identified);
    }

    /** Why its own estimate cannot be true; empty when it can, or when there is none. */
    Optional<String> refusal(double mostSensitive) {
        if (slope.isEmpty()) {
            return Optional.empty();
        }
        var it = slope.get();
        var own = Words.estimate(it);
        if (it.value() > CERTAINLY * it.error()) {
            return Optional.of("its own %s is refused: demand does not rise with the price".formatted(own));
        }
        if (Math.abs(it.value()) > -mostSensitive) {
            return Optional.of("its own %s is refused: no demand is so sensitive".formatted(own));
        }
        return it.unstable().isEmpty()
                ? Optional.empty()
                : Optional.of("its own %s is refused: %s".formatted(own, it.unstable()));
    }
}
