package dev.storetwin.core.pricing.choice;

import dev.storetwin.core.numeric.LambertW;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The prices that earn most under a logit model of choice: within a nest all products carry the same markup over their cost (Anderson and
 * de Palma 1992; Li and Huh 2011, "Pricing multiple products with the multinomial logit and nested logit models").
 *
 * <p>How it works: with A the attraction of a nest at cost and b its sensitivity as a whole, the markup is R + 1/b, where R is the profit per
 * shopper, and R is the one root of R = sum of e^(A - b R - 1) / b. Where all nests share one b, b R = W(sum of e^(A - 1)), Lambert's function;
 * else the root is found on the logarithm of both sides, which is monotone, by Newton's steps kept inside a bracket.
 *
 * @param demand whose prices are wanted
 * @param profit expected per shopper at these prices, in money
 */
public record EqualMarkup(LogitDemand demand, double profit) {

    private static final int MOST_STEPS = 200;

    /** The best prices of a multinomial logit. */
    public static EqualMarkup of(List<Offer> offers, double sensitivity) {
        return of(List.of(Nest.of(offers, sensitivity)));
    }

    /** The best prices of a nested logit. */
    public static EqualMarkup of(List<Nest> nests) {
        var demand = new LogitDemand(nests);
        double first = nests.get(0).sensitivityOfAll();
        boolean alike = nests.stream().allMatch(it -> it.sensitivityOfAll() == first);
        return new EqualMarkup(demand, alike ? lambert(nests, first) : root(nests));
    }

    private static double lambert(List<Nest> nests, double sensitivity) {
        double attraction = Logs.sum(nests.stream().map(Nest::attractionAtCost).toList());
        return LambertW.ofExp(attraction - 1) / sensitivity;
    }

    /** Each nest alone earns no more than all together, and all together no more than the sum of each alone. */
    private static double root(List<Nest> nests) {
        var alone = nests.stream()
                .mapToDouble(it -> lambert(List.of(it), it.sensitivityOfAll()))
                .toArray();
        double low = IntStream.range(0, alone.length)
                .mapToDouble(i -> alone[i])
                .max()
                .orElseThrow();
        double high =
                IntStream.range(0, alone.length).mapToDouble(i -> alone[i]).sum();
        double profit = low;
        for (int step = 0; step < MOST_STEPS && low < high; step++) {
            double excess = excess(nests, profit);
            if (excess > 0) {
                high = profit;
            } else {
                low = profit;
            }
            double next = profit - excess / slope(nests, profit);
            double inside = next > low && next < high ? next : low + (high - low) / 2;
            if (excess == 0 || inside == profit || Math.abs(next - profit) < 1e-16 * profit) {
                break;
            }
            profit = inside;
        }
        return profit;
    }

    /** log R less the logarithm of the sum; grows with R. */
    private static double excess(List<Nest> nests, double profit) {
        return StrictMath.log(profit) - Logs.sum(terms(nests, profit));
    }

    private static double slope(List<Nest> nests, double profit) {
        var terms = terms(nests, profit);
        double all = Logs.sum(terms);
        double slope = 1 / profit;
        for (int i = 0; i < terms.size(); i++) {
            slope += nests.get(i).sensitivityOfAll() * StrictMath.exp(terms.get(i) - all);
        }
        return slope;
    }

    private static List<Double> terms(List<Nest> nests, double profit) {
        return nests.stream()
                .map(it -> it.attractionAtCost()
                        - it.sensitivityOfAll() * profit
                        - 1
                        - StrictMath.log(it.sensitivityOfAll()))
                .toList();
    }

    /** What each product of a nest costs above its cost. */
    public double markup(Nest nest) {
        return profit + 1 / nest.sensitivityOfAll();
    }

    /** For each nest one price per product. */
    public List<List<Double>> prices() {
        return demand.nests().stream()
                .map(nest -> nest.offers().stream()
                        .map(it -> it.cost() + markup(nest))
                        .toList())
                .toList();
    }

    /** Shares of all shoppers that buy each product at these prices. */
    public List<List<Double>> shares() {
        return demand.shares(prices());
    }
}
