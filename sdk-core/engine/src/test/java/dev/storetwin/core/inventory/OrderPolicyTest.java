package dev.storetwin.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.inventory.ServiceTarget;
import dev.storetwin.type.Quantity;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Orders where lead times are uncertain, things grow old, orders cost something, and service is asked for. */
class OrderPolicyTest {

    private static final CostRates RATES = new CostRates(1, 6, 20);
    private static final int REVIEW = 3;
    private static final int HORIZON = 16;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void costs_what_playing_every_batch_costs(
            @ForAll long seed,
            @ForAll @IntRange(min = -3, max = 14) int start,
            @ForAll @IntRange(min = 0, max = 12) int order,
            @ForAll @IntRange(min = 2, max = 9) int life) {
        var futures = futures(seed, start, life);
        var costs = new OrderCosts(futures, RATES, REVIEW, 1);

        var played = costs.alone(order);

        var batches = batches(seed, start, life, order);
        assertThat(costs.before().lost() + played.lost()).isCloseTo(batches[0], within(1e-9));
        assertThat(costs.before().held() + played.held()).isCloseTo(batches[1], within(1e-9));
        assertThat(costs.before().wasted() + played.wasted()).isCloseTo(batches[2], within(1e-9));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_best_is_the_best_of_all_also_where_things_grow_old(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 20) int start,
            @ForAll @IntRange(min = 2, max = 20) int life,
            @ForAll boolean growsOld) {
        var costs = new OrderCosts(futures(seed, start, growsOld ? life : OrderFutures.KEEPS), RATES, REVIEW, 1);

        double least = Double.POSITIVE_INFINITY;
        for (int units = 0; units < 60; units++) {
            least = Math.min(least, costs.of(units));
        }

        assertThat(costs.of(costs.bestUnits())).isCloseTo(least, within(1e-9));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void more_stock_never_orders_more_whatever_else_there_is(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 25) int start,
            @ForAll @IntRange(min = 1, max = 9) int more,
            @ForAll @IntRange(min = 1, max = 5) int pack,
            @ForAll @IntRange(min = 1, max = 4) int least,
            @ForAll @IntRange(min = 0, max = 8) int orderCost) {
        int life = OrderFutures.KEEPS;
        var lattice = new OrderLattice(Quantity.of(pack), least);

        var lean = policy(futures(seed, start, life), lattice, Optional.empty(), orderCost);
        var rich = policy(futures(seed, start + more, life), lattice, Optional.empty(), orderCost);

        assertThat(ordered(rich)).isLessThanOrEqualTo(ordered(lean));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_dearer_shortage_never_orders_less(@ForAll long seed, @ForAll @IntRange(min = -3, max = 25) int start) {
        var costs = new OrderCosts(futures(seed, start, OrderFutures.KEEPS), RATES, REVIEW, 1);

        assertThat(costs.at(9).bestUnits()).isGreaterThanOrEqualTo(costs.bestUnits());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void an_order_keeps_to_its_limits(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 8) int most,
            @ForAll @IntRange(min = 1, max = 4) int least,
            @ForAll boolean asked) {
        var lattice = new OrderLattice(Quantity.of(3), least);
        Optional<ServiceTarget> target = asked ? Optional.of(new ServiceTarget.FillRate(.97)) : Optional.empty();
        var costs = new OrderCosts(futures(seed, 4, OrderFutures.KEEPS), RATES, REVIEW, 1);
        var policy = new OrderPolicy(costs, costs, lattice, most, target, 0, 1);

        assertThat(policy.best()).isBetween(0L, (long) most);
        assertThat(policy.best() == 0 || policy.best() >= least).isTrue();
    }

    @Test
    void an_order_that_costs_much_is_made_seldom() {
        var lattice = new OrderLattice(Quantity.of(1), 1);
        int cheap = 0;
        int dear = 0;
        for (int start = 0; start < 30; start++) {
            cheap += ordered(policy(futures(3, start, OrderFutures.KEEPS), lattice, Optional.empty(), 0)) > 0 ? 1 : 0;
            dear += ordered(policy(futures(3, start, OrderFutures.KEEPS), lattice, Optional.empty(), 5)) > 0 ? 1 : 0;
        }

        assertThat(dear).isPositive().isLessThan(cheap);
    }

    @Test
    void the_cycle_of_an_order_is_the_economic_one_in_whole_reviews() {
        // 50 per order, 2 a day of holding a day's units: the square root of 2 * 50 / 2 is 7.07 days.
        assertThat(OrderCycle.reviews(50, 2, 1, 365)).isEqualTo(7);
        assertThat(OrderCycle.reviews(50, 2, 7, 365)).isEqualTo(1);
        assertThat(OrderCycle.reviews(50, .01, 7, 365)).isEqualTo(13);
        assertThat(OrderCycle.reviews(50, .01, 7, 20)).isEqualTo(2);
        assertThat(OrderCycle.reviews(0, .01, 7, 365)).isEqualTo(1);
    }

    /**
     * The shop is played for many reviews on demand that the planner has not seen. What was asked for comes out, and the two services are not
     * the same.
     */
    @Test
    void the_service_asked_for_is_the_service_that_comes_out() {
        var fill = simulated(new ServiceTarget.FillRate(.95));
        var cycle = simulated(new ServiceTarget.CycleService(.95));

        assertThat(fill.fillRate()).isCloseTo(.95, within(.012));
        assertThat(cycle.cycleService()).isCloseTo(.95, within(.03));
        assertThat(fill.cycleService()).isLessThan(.9);
        assertThat(cycle.fillRate()).isGreaterThan(.975);
    }

    private record Service(double fillRate, double cycleService) {}

    /** Lead times of 1 to 3 days, an order every 4 days, negative binomial demand of 5 a day. */
    private static Service simulated(ServiceTarget target) {
        int review = 4;
        int reviews = 900;
        var draw = Draws.of(77).keyed("truth", "shop", 0);
        var law = NegativeBinomial.of(5, 10);
        var coming = new double[review * (reviews + 4)];
        double stock = 20;
        double demanded = 0;
        double sold = 0;
        int cycles = 0;
        int good = 0;
        boolean isShort = false;
        var starts = new boolean[coming.length];
        for (int day = 0; day < review * reviews; day++) {
            if (day % review == 0) {
                double units = ordered(target, stock, Arrays.copyOfRange(coming, day, day + 3 + 2 * review), day);
                int there = day + 1 + draw.nextInt(3);
                coming[there] += units;
                starts[there] = true;
            }
            if (starts[day]) {
                cycles++;
                good += isShort ? 0 : 1;
                isShort = false;
            }
            stock += coming[day];
            double wanted = law.quantile(draw.nextOpenDouble());
            double taken = Math.min(stock, wanted);
            stock -= taken;
            isShort |= taken < wanted;
            demanded += wanted;
            sold += taken;
        }
        return new Service(sold / demanded, (double) good / cycles);
    }

    private static double ordered(ServiceTarget target, double stock, double[] coming, int day) {
        int paths = 300;
        int horizon = coming.length;
        var law = NegativeBinomial.of(5, 10);
        var demand = new double[paths][horizon];
        var comes = new int[paths];
        var next = new int[paths];
        var end = new int[paths];
        var arrivals = new double[paths][];
        for (int path = 0; path < paths; path++) {
            var draw = Draws.of(5).keyed("future", "day " + day, path);
            for (int ahead = 0; ahead < horizon; ahead++) {
                demand[path][ahead] = law.quantile(draw.nextOpenDouble());
            }
            comes[path] = 1 + draw.nextInt(3);
            next[path] = Math.max(comes[path], 5 + draw.nextInt(3));
            end[path] = Math.min(horizon, next[path] + 4);
            arrivals[path] = coming;
        }
        var costs = new OrderCosts(
                new OrderFutures(demand, stock, arrivals, comes, next, end, OrderFutures.KEEPS),
                new CostRates(1, 5, 50),
                4,
                1);
        var policy = new OrderPolicy(
                costs, costs, new OrderLattice(Quantity.of(1), 1), Long.MAX_VALUE, Optional.of(target), 0, 1);
        return ordered(policy);
    }

    private static long ordered(OrderPolicy policy) {
        return policy.cost(0) <= policy.cost(policy.units()) ? 0 : Math.round(policy.units());
    }

    private static OrderPolicy policy(
            OrderFutures futures, OrderLattice lattice, Optional<ServiceTarget> target, double orderCost) {
        var costs = new OrderCosts(futures, RATES, REVIEW, 1);
        return new OrderPolicy(costs, costs, lattice, Long.MAX_VALUE, target, orderCost, 1);
    }

    /** This order takes up to 4 days, the next one comes 3 to 7 days from now. */
    private static OrderFutures futures(long seed, double start, int life) {
        int paths = 20;
        var comes = new int[paths];
        var next = new int[paths];
        var end = new int[paths];
        for (int path = 0; path < paths; path++) {
            var draw = Draws.of(seed).keyed("test", "lead", path);
            comes[path] = draw.nextInt(5);
            next[path] = Math.max(comes[path], REVIEW + draw.nextInt(5));
            end[path] = next[path] + REVIEW;
        }
        return new OrderFutures(demand(seed), start, arrivals(seed), comes, next, end, life);
    }

    private static double[][] demand(long seed) {
        var demand = new double[20][HORIZON];
        for (int path = 0; path < demand.length; path++) {
            var draw = Draws.of(seed).keyed("test", "demand", path);
            for (int period = 0; period < HORIZON; period++) {
                demand[path][period] = draw.nextInt(6);
            }
        }
        return demand;
    }

    private static double[][] arrivals(long seed) {
        var arrivals = new double[20][HORIZON];
        for (int path = 0; path < arrivals.length; path++) {
            arrivals[path][Draws.of(seed).keyed("test", "arrival", path).nextInt(6)] = 4;
        }
        return arrivals;
    }

    /** Lost, held and wasted, batch by batch, until the next order comes. */
    private static double[] batches(long seed, double start, int life, double order) {
        var futures = futures(seed, start, life);
        var demand = demand(seed);
        var arrivals = arrivals(seed);
        var sums = new double[3];
        for (int path = 0; path < demand.length; path++) {
            double owed = Math.max(0, -start);
            var shelf = new double[HORIZON + life];
            shelf[life - life / 2] += Math.max(0, start);
            for (int day = 0; day < futures.next()[path]; day++) {
                sums[2] += shelf[day];
                shelf[day] = 0;
                double coming = arrivals[path][day] + (day == futures.comes()[path] ? order : 0);
                double filled = Math.min(owed, coming);
                owed -= filled;
                shelf[day + life] += coming - filled;
                double wanted = demand[path][day];
                for (int old = day + 1; old <= day + life; old++) {
                    double sold = Math.min(wanted, shelf[old]);
                    shelf[old] -= sold;
                    wanted -= sold;
                }
                sums[0] += wanted;
                sums[1] += Arrays.stream(shelf).sum();
            }
        }
        return Arrays.stream(sums).map(it -> it / demand.length).toArray();
    }
}
