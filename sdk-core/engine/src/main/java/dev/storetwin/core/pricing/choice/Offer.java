package dev.storetwin.core.pricing.choice;

/**
 * One product of an assortment.
 *
 * @param attraction utility at a price of zero, on the logit scale, where buying nothing has utility zero
 * @param cost       of a unit, in money; negative where the supplier pays
 */
public record Offer(double attraction, double cost) {

    public Offer {
        if (!Double.isFinite(attraction) || !Double.isFinite(cost)) {
            throw new IllegalArgumentException(
                    "attraction (%s) and cost (%s) must be finite.\nMaybe a product that is not on offer was listed."
                            .formatted(attraction, cost));
        }
    }
}
