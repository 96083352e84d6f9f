package dev.storetwin.core.pricing.choice;

import java.util.ArrayList;
import java.util.List;

/** Finds best prices without knowing that markups are equal: one price after the other until the derivative of profit is zero. */
final class PriceSearch {

    private static final int SWEEPS = 4_000;

    private final LogitDemand demand;
    private final List<List<Double>> prices = new ArrayList<>();

    PriceSearch(LogitDemand demand) {
        this.demand = demand;
        for (var nest : demand.nests()) {
            prices.add(new ArrayList<>(nest.offers().stream()
                    .map(it -> it.cost() + 1 / nest.sensitivityOfAll())
                    .toList()));
        }
    }

    /** From the first-order condition of each price, damped (Morrow and Skerlos 2011 iterate it alike). */
    List<List<Double>> best() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            var shares = demand.shares(prices);
            double change = 0;
            for (int n = 0; n < prices.size(); n++) {
                for (int i = 0; i < prices.get(n).size(); i++) {
                    double wished = wished(shares, n, i);
                    change = Math.max(change, Math.abs(wished - prices.get(n).get(i)));
                    prices.get(n)
                            .set(
                                    i,
                                    prices.get(n).get(i)
                                            + .7 * (wished - prices.get(n).get(i)));
                }
            }
            if (change < 1e-13) {
                break;
            }
        }
        return prices;
    }

    /**
     * The first-order condition of one price, from the derivatives of the nested logit: the markup is 1/b plus every markup m_j times
     * g q_j, and in the own nest times (1 - g) q_j / q(nest) more.
     */
    private double wished(List<List<Double>> shares, int n, int i) {
        var nest = demand.nests().get(n);
        double g = nest.dissimilarity();
        double inNest = shares.get(n).stream().mapToDouble(Double::doubleValue).sum();
        double others = 0;
        for (int m = 0; m < shares.size(); m++) {
            for (int j = 0; j < shares.get(m).size(); j++) {
                double markup = prices.get(m).get(j)
                        - demand.nests().get(m).offers().get(j).cost();
                double within = m == n ? (1 - g) * shares.get(m).get(j) / inNest : 0;
                others += markup * (within + g * shares.get(m).get(j));
            }
        }
        return nest.offers().get(i).cost() + 1 / nest.sensitivity() + others;
    }
}
