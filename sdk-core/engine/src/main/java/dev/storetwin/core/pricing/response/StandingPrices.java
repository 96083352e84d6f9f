package dev.storetwin.core.pricing.response;

import dev.storetwin.state.CompetitorPrice;
import dev.storetwin.state.CostPoint;
import dev.storetwin.type.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;

/** What stood at moments in order: the landed cost of a unit, and what competitors asked for it. */
final class StandingPrices {

    private StandingPrices() {}

    /** NaN before the first, in another currency, and not above zero. */
    static double[] costs(List<CostPoint> history, List<Instant> moments, Currency currency) {
        var costs = new double[moments.size()];
        double standing = Double.NaN;
        int next = 0;
        for (int i = 0; i < costs.length; i++) {
            for (; next < history.size() && !history.get(next).from().isAfter(moments.get(i)); next++) {
                standing = amount(history.get(next).cost(), currency);
            }
            costs[i] = standing;
        }
        return costs;
    }

    /** The geometric mean of the last prices of all competitors that are known by then. */
    static double[] rivals(List<CompetitorPrice> history, List<Instant> moments, Currency currency) {
        var rivals = new double[moments.size()];
        var asked = new TreeMap<String, Double>();
        int next = 0;
        for (int i = 0; i < rivals.length; i++) {
            for (; next < history.size() && !history.get(next).at().isAfter(moments.get(i)); next++) {
                var seen = history.get(next);
                asked.put(seen.competitor(), StrictMath.log(amount(seen.price(), currency)));
            }
            rivals[i] = StrictMath.exp(asked.values().stream()
                    .mapToDouble(it -> it)
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN));
        }
        return rivals;
    }

    private static double amount(Money money, Currency currency) {
        return money.isPositive() && money.currency().equals(currency) ? money.toDouble() : Double.NaN;
    }
}
