package dev.storetwin.core.pricing.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What shoppers buy at given prices, by the nested logit model (McFadden 1978); with every nest's dissimilarity at 1 it is the multinomial logit.
 *
 * @param nests all products on offer; each shopper buys one of them or nothing
 */
public record LogitDemand(List<Nest> nests) {

    public LogitDemand {
        nests = List.copyOf(nests);
        if (nests.isEmpty()) {
            throw new IllegalArgumentException("An assortment needs at least one nest.");
        }
    }

    /**
     * Shares of all shoppers that buy each product.
     *
     * @param prices for each nest one price per product
     */
    public List<List<Double>> shares(List<List<Double>> prices) {
        var attractions = new ArrayList<Double>();
        for (int i = 0; i < nests.size(); i++) {
            attractions.add(nests.get(i).attraction(prices.get(i)));
        }
        double all =
                Logs.sum(Stream.concat(Stream.of(0.0), attractions.stream()).toList());
        var shares = new ArrayList<List<Double>>();
        for (int i = 0; i < nests.size(); i++) {
            double ofNest = StrictMath.exp(attractions.get(i) - all);
            shares.add(nests.get(i).sharesInside(prices.get(i)).stream()
                    .map(it -> it * ofNest)
                    .toList());
        }
        return List.copyOf(shares);
    }

    /** Expected profit per shopper, in money. */
    public double profit(List<List<Double>> prices) {
        var shares = shares(prices);
        double profit = 0;
        for (int i = 0; i < nests.size(); i++) {
            var offers = nests.get(i).offers();
            for (int j = 0; j < offers.size(); j++) {
                profit += shares.get(i).get(j)
                        * (prices.get(i).get(j) - offers.get(j).cost());
            }
        }
        return profit;
    }
}
