package dev.storetwin.core.pricing;

/**
 * By how many per cent demand changes when the price rises by one, as far as that is known.
 *
 * @param value         below zero
 * @param standardError of the value
 * @param status        what it rests on
 * @param reason        the same in words
 * @param own           what the SKU's own history says
 */
public record ShrunkenElasticity(
        double value, double standardError, ElasticityStatus status, String reason, OwnElasticity own) {

    public ShrunkenElasticity {
        if (!(value < 0 && standardError > 0) || Double.isInfinite(value) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException(
                    "An elasticity (%s) must be below zero, its standard error (%s) above, and both finite."
                            .formatted(value, standardError));
        }
    }
}
