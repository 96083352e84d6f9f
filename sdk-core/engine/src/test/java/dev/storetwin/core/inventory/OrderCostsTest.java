package dev.storetwin.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import java.util.Arrays;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrderCostsTest {

    /**
     * By hand: 4 on hand, 2 coming with the order after one period; one future asks 3, 5, 4. The first period sells 3 and holds 1. With 2
     * ordered, 5 are there in the second: all sold, nothing held, nothing lost. The next order is 4, which the third period sells.
     */
    @Test
    void adds_up_one_future_by_hand() {
        var costs = costs(new double[][] {{3, 5, 4}}, 4, new double[] {0, 2, 0}, 1, 1, new CostRates(1, 10, 100));

        assertThat(costs.of(2)).isEqualTo(1);
        assertThat(costs.of(0)).isEqualTo(1 + 2 * 10);
        assertThat(costs.of(5)).isEqualTo(1 + 3);
        assertThat(costs.bestUnits()).isEqualTo(2);
    }

    @Test
    void what_is_lost_before_the_order_comes_is_counted_and_not_made_good() {
        var costs = costs(new double[][] {{9, 5, 4}}, 4, new double[] {0, 0, 0}, 1, 1, new CostRates(1, 10, 100));

        assertThat(costs.of(5)).isEqualTo(5 * 10);
        assertThat(costs.bestUnits()).isEqualTo(5);
    }

    @Test
    void an_order_first_fills_what_was_promised() {
        var costs = costs(new double[][] {{0, 5, 4}}, -3, new double[] {0, 0, 0}, 1, 1, new CostRates(1, 10, 100));

        assertThat(costs.bestUnits()).isEqualTo(8);
    }

    /** Without further demand, a unit left over is held twice and then worth nothing less: the fractile is s / (s + 2 h). */
    @Test
    void agrees_with_the_newsvendor() {
        var poisson = NegativeBinomial.poisson(40);
        var demand = new double[2_000][2];
        for (int i = 0; i < demand.length; i++) {
            demand[i][0] = poisson.quantile((i + .5) / demand.length);
        }

        for (double shortage : new double[] {.5, 2, 9, 40}) {
            var costs = costs(demand, 0, new double[2], 0, 1, new CostRates(1, shortage, 0));

            assertThat(costs.bestUnits()).isEqualTo(poisson.quantile(shortage / (shortage + 2)));
        }
    }

    /** 30 left, nobody asks: the two periods hold 30 each, and what was paid for them is lost. */
    @Test
    void a_dead_stock_is_written_off() {
        var costs = costs(new double[][] {{0, 0}}, 0, new double[2], 0, 1, new CostRates(1, 5, 7));

        assertThat(costs.of(30)).isEqualTo(30 + 30 + 30 * 7);
        assertThat(costs.bestUnits()).isZero();
    }

    /** Welcome are 2, so 10 of 12 are in the way; at 2 a period the k-th leaves after k / 2 periods: 10 * 10 / (2 * 2). */
    @Test
    void what_is_in_the_way_is_charged_until_it_is_sold() {
        var costs = costs(new double[][] {{2, 2}}, 0, new double[2], 0, 1, new CostRates(1, 5, 100));

        assertThat(costs.of(16)).isEqualTo(14 + 12 + 25);
    }

    @Test
    void packs_are_tried_as_packs() {
        var costs = costs(new double[][] {{0, 5, 4}}, 0, new double[3], 1, 1, new CostRates(1, 10, 100));

        assertThat(costs.bestPacks(4, 1)).isEqualTo(2);
        assertThat(costs.bestPacks(4, 3)).isEqualTo(3);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void finds_what_trying_every_pair_of_orders_finds(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 2) int lead,
            @ForAll @IntRange(min = 1, max = 2) int review,
            @ForAll @IntRange(min = -3, max = 12) int start) {
        var rates = new CostRates(1, 1 + Draws.of(seed).uniform("test", "shortage", 0) * 8, 4);
        var demand = demand(seed, 5, lead + 2 * review);
        var arrivals = demand(seed + 1, 1, lead + 2 * review)[0];
        var costs = costs(demand, start, arrivals, lead, review, rates);

        double least = Double.POSITIVE_INFINITY;
        long best = 0;
        for (int order = 0; order < 40; order++) {
            double cost = leastOverNext(demand, start, arrivals, lead, review, rates, order);
            assertThat(costs.of(order)).isCloseTo(cost, within(1e-9));
            best = cost < least - 1e-9 ? order : best;
            least = Math.min(least, cost);
        }

        assertThat(costs.bestUnits()).isEqualTo(best);
    }

    /** Where nothing is owed: what is owed is served first and earns nothing, so there an order may be worth less than none or one that is larger. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void more_stock_never_orders_more(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int lead,
            @ForAll @IntRange(min = 1, max = 3) int review,
            @ForAll @IntRange(min = 0, max = 30) int start,
            @ForAll @IntRange(min = 1, max = 9) int more,
            @ForAll @IntRange(min = 1, max = 6) int pack) {
        var rates = new CostRates(1, 6, 20);
        var demand = demand(seed, 20, lead + 2 * review);
        var arrivals = demand(seed + 1, 1, lead + 2 * review)[0];
        var sooner = arrivals.clone();
        sooner[0] += more;

        var lean = costs(demand, start, arrivals, lead, review, rates);
        var rich = costs(demand, start + more, arrivals, lead, review, rates);
        var late = costs(demand, start, sooner, lead, review, rates);

        assertThat(rich.bestUnits()).isLessThanOrEqualTo(lean.bestUnits());
        assertThat(late.bestUnits()).isLessThanOrEqualTo(lean.bestUnits());
        assertThat(rich.bestPacks(pack, 1)).isLessThanOrEqualTo(lean.bestPacks(pack, 1));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_dearer_shortage_never_orders_less(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int lead,
            @ForAll @IntRange(min = 1, max = 3) int review,
            @ForAll @IntRange(min = -5, max = 30) int start,
            @ForAll @IntRange(min = 1, max = 20) int shortage) {
        var demand = demand(seed, 20, lead + 2 * review);
        var arrivals = demand(seed + 1, 1, lead + 2 * review)[0];

        var cheap = costs(demand, start, arrivals, lead, review, new CostRates(1, shortage, 20));
        var dear = costs(demand, start, arrivals, lead, review, new CostRates(1, shortage + 3, 20));

        assertThat(dear.bestUnits()).isGreaterThanOrEqualTo(cheap.bestUnits());
    }

    @Test
    void a_free_shortage_orders_nothing() {
        var costs = costs(new double[][] {{5, 5}}, 0, new double[2], 0, 1, new CostRates(1, 0, 5));

        assertThat(costs.bestUnits()).isZero();
    }

    /** Written anew, future by future and order by order, to be compared with. */
    private static double leastOverNext(
            double[][] demand, double start, double[] arrivals, int lead, int review, CostRates rates, int order) {
        double least = Double.POSITIVE_INFINITY;
        for (int next = 0; next < 40; next++) {
            double cost = 0;
            for (var path : demand) {
                cost += pathCost(demand, path, start, arrivals, lead, review, rates, order, next) / demand.length;
            }
            least = Math.min(least, cost);
        }
        return least;
    }

    private static double pathCost(
            double[][] demand,
            double[] path,
            double start,
            double[] arrivals,
            int lead,
            int review,
            CostRates rates,
            int order,
            int next) {
        double cost = 0;
        double stock = start;
        for (int period = 0; period < path.length; period++) {
            stock += arrivals[period] + (period == lead ? order : 0) + (period == lead + review ? next : 0);
            double lost = Math.max(0, path[period] - Math.max(0, stock));
            stock -= path[period] - lost;
            cost += rates.shortage() * lost + rates.holding() * Math.max(0, stock);
            boolean isEndOfSpan = period == lead + review - 1 || period == lead + 2 * review - 1;
            cost += isEndOfSpan ? rates.shortage() * Math.max(0, -stock) : 0;
        }
        return cost + surplusCost(demand, stock, lead, review, rates);
    }

    private static double surplusCost(double[][] demand, double stock, int lead, int review, CostRates rates) {
        double pace = 0;
        var last = new double[demand.length];
        for (int i = 0; i < demand.length; i++) {
            for (int period = lead; period < demand[i].length; period++) {
                pace += demand[i][period] / demand.length / (2 * review);
                last[i] += period >= lead + review ? demand[i][period] : 0;
            }
        }
        Arrays.sort(last);
        double fractile = rates.shortage() / (rates.shortage() + rates.holding() * review);
        double surplus = Math.max(0, stock - last[(int) Math.ceil(fractile * last.length) - 1]);
        double cost = 0;
        int slices = 1_000;
        for (int i = 0; i < slices && surplus > 0; i++) {
            double unit = surplus * (i + .5) / slices;
            cost += Math.min(rates.writeOff(), rates.holding() * unit / pace) * surplus / slices;
        }
        return Math.abs(cost - exact(surplus, pace, rates)) < 1e-3 * (1 + cost) ? exact(surplus, pace, rates) : cost;
    }

    private static double exact(double surplus, double pace, CostRates rates) {
        double turning = rates.writeOff() * pace / rates.holding();
        return surplus <= turning
                ? rates.holding() * surplus * surplus / (2 * pace)
                : rates.writeOff() * (surplus - turning / 2);
    }

    private static double[][] demand(long seed, int paths, int periods) {
        var demand = new double[paths][periods];
        for (int path = 0; path < paths; path++) {
            var draw = Draws.of(seed).keyed("test", "demand", path);
            for (int period = 0; period < periods; period++) {
                demand[path][period] = draw.nextInt(7);
            }
        }
        return demand;
    }

    private static OrderCosts costs(
            double[][] demand, double start, double[] arrivals, int lead, int review, CostRates rates) {
        return new OrderCosts(demand, start, arrivals, lead, review, rates, 1);
    }
}
