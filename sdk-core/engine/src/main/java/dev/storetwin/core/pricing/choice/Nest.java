package dev.storetwin.core.pricing.choice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Products that shoppers take for alike: who does not find one buys another of the same nest first.
 *
 * @param offers        at least one
 * @param sensitivity   by how much utility falls when the price rises by one unit of money; above 0
 * @param dissimilarity 1 when products of the nest are no more alike than any others, towards 0 when they are the same to a shopper
 */
public record Nest(List<Offer> offers, double sensitivity, double dissimilarity) {

    public Nest {
        offers = List.copyOf(offers);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("A nest needs at least one product.");
        }
        if (!(sensitivity > 0 && sensitivity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("""
                    sensitivity (%s) must be above 0 and finite.
                    Maybe the sign of a price coefficient was kept: utility falls by the sensitivity.""".formatted(sensitivity));
        }
        if (!(dissimilarity > 0 && dissimilarity <= 1)) {
            throw new IllegalArgumentException("""
                    dissimilarity (%s) must be above 0 and at most 1.
                    Maybe it is one minus a correlation, or its root.""".formatted(dissimilarity));
        }
    }

    /** Products that compete with all others alike, which makes a multinomial logit. */
    public static Nest of(List<Offer> offers, double sensitivity) {
        return new Nest(offers, sensitivity, 1);
    }

    /** By how much the utility of the nest as a whole falls with the markup. */
    double sensitivityOfAll() {
        return sensitivity * dissimilarity;
    }

    /** Utility of the nest as a whole when each product is sold at cost. */
    double attractionAtCost() {
        return attraction(offers.stream().map(Offer::cost).toList());
    }

    /** Utility of the nest as a whole at given prices, in the order of the offers. */
    double attraction(List<Double> prices) {
        return dissimilarity * Logs.sum(utilities(prices));
    }

    /** Shares of the products among those who buy in the nest. */
    List<Double> sharesInside(List<Double> prices) {
        var utilities = utilities(prices);
        double all = Logs.sum(utilities);
        return utilities.stream().map(it -> StrictMath.exp(it - all)).toList();
    }

    private List<Double> utilities(List<Double> prices) {
        if (prices.size() != offers.size()) {
            throw new IllegalArgumentException(
                    "%d products need as many prices, not %d.".formatted(offers.size(), prices.size()));
        }
        var utilities = new ArrayList<Double>();
        for (int i = 0; i < offers.size(); i++) {
            utilities.add(offers.get(i).attraction() - sensitivity * prices.get(i));
        }
        return Collections.unmodifiableList(utilities);
    }
}
