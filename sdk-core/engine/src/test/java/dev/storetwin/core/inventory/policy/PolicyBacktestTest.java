package dev.storetwin.core.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.forecast.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PolicyBacktestTest {

    private static final RollingWindows WINDOWS = new RollingWindows(20, 5, 6, 6, 1);
    private static final OrderingPolicy REFERENCE = OrderingPolicies.seasonalAverageCover();

    /**
     * Demand is 10 a period. The shelf is filled with 10 and deliveries of 10 and 10, and 10 is sold of what is there with the first
     * delivery: 10 are left. Cover for lead 2, review 1 and 1 more is 40, the position 30 before each order: 10 are ordered, and the
     * stock at the end of every period is 10.
     */
    @Test
    void by_hand_steady_demand_under_the_reference_costs_the_holding_of_one_period_more() {
        var panel = new ReplayPanel(List.of(Panels.item("a", Panels.TERMS, Panels.constant(40, 10))));

        var trials = PolicyBacktest.of(WINDOWS, REFERENCE).run(panel, List.of(new FixedOrder(10), new FixedOrder(0)));

        assertThat(trials.starts()).containsExactly(20, 25, 30);
        assertThat(trials.reference().mean().holding()).isEqualTo(6 * 10 * .2, within(1e-9));
        assertThat(trials.reference().mean().shortage()).isZero();
        assertThat(trials.trial("always 10").mean().total()).isEqualTo(6 * 10 * .2, within(1e-9));
        assertThat(trials.trial("always 0").mean().shortage()).isEqualTo(50, within(1e-9));
        assertThat(trials.trial("always 0").mean().lost()).isEqualTo(50, within(1e-9));
        assertThat(trials.meanPerfect()).hasValueCloseTo(0.0, within(1e-9));
    }

    @Test
    void periods_out_of_stock_are_not_costed() {
        var sold = Panels.constant(40, 10);
        var inStock = new boolean[40];
        for (int period = 0; period < 40; period++) {
            inStock[period] = period != 24;
            sold[period] = inStock[period] ? 10 : 0;
        }
        var series = Panels.series("a", sold).withInStock(inStock);
        var panel = new ReplayPanel(List.of(new ReplayItem(series, List.of(), Panels.TERMS)));

        var trials = PolicyBacktest.of(WINDOWS, REFERENCE).run(panel, List.of(new FixedOrder(0)), List.of(20));

        assertThat(trials.trial("always 0").mean().demanded()).isEqualTo(50, within(1e-9));
    }

    @Test
    void a_policy_sees_the_past_of_its_moment_and_nothing_else() {
        var panel = Panels.changedFrom(30, Panels.random(3, 2, 40, Panels.TERMS), 98_765);
        var seen = new CopyOnWriteArrayList<Integer>();
        var spy = new Spy(moment -> {
            if (moment.periods() <= 30) {
                seen.add(moment.periods());
                assertThat(Reachable.numbers(moment)).isNotEmpty().doesNotContain(98_765.0);
            }
        });

        PolicyBacktest.of(WINDOWS, REFERENCE).run(panel, List.of(spy));

        assertThat(seen).contains(20, 25, 30);
        assertThat(Reachable.numbers(panel)).contains(98_765.0);
    }

    @Test
    void another_future_never_changes_an_order() {
        var panel = Panels.random(4, 3, 40, Panels.TERMS);
        var policies = OrderingPolicies.candidates(40, 1, List.of());

        for (int period : new int[] {21, 25, 33}) {
            var orders = new ArrayList<List<Long>>();
            for (var other :
                    List.of(panel, Panels.changedFrom(period, panel, 0), Panels.changedFrom(period, panel, 77))) {
                orders.add(ordersUpTo(period, other, policies));
            }
            assertThat(orders.get(1)).isEqualTo(orders.get(0)).isNotEmpty();
            assertThat(orders.get(2)).isEqualTo(orders.get(0));
        }
    }

    private static List<Long> ordersUpTo(int period, ReplayPanel panel, List<OrderingPolicy> policies) {
        var seen = new ArrayList<Long>();
        var spies = policies.stream()
                .map(it -> (OrderingPolicy) new Spy(it, period, seen))
                .toList();
        PolicyBacktest.of(WINDOWS, REFERENCE).run(panel, spies);
        return seen;
    }

    @Test
    void the_answers_do_not_depend_on_the_number_of_threads() {
        var panel = Panels.random(5, 4, 45, Panels.TERMS);
        var policies = OrderingPolicies.candidates(40, 1, List.of());
        var alone = PolicyBacktest.of(WINDOWS, REFERENCE).run(panel, policies);

        var threads = Executors.newFixedThreadPool(4);
        try {
            var together = new PolicyBacktest(WINDOWS, REFERENCE, threads, Progress.NONE, () -> 0).run(panel, policies);
            assertThat(together).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    @Property(tries = 40)
    void knowing_all_demand_never_costs_more_than_any_policy(
            @ForAll @LongRange(max = 1_000) long seed,
            @ForAll @IntRange(max = 4) int lead,
            @ForAll @IntRange(min = 1, max = 3) int review,
            @ForAll @IntRange(max = 3) int perOrder) {
        var terms = StockTerms.of(lead, .2, 1).withOrdering(perOrder, .1);
        var panel = Panels.random(seed, 3, 45, terms);
        var windows = new RollingWindows(20, 5, 6, 3, review);
        var policies = new ArrayList<>(OrderingPolicies.candidates(30, seed, List.of()));
        policies.addAll(OrderingPolicies.comparisons(List.of()));
        policies.add(new FixedOrder(2));

        var trials = PolicyBacktest.of(windows, REFERENCE).run(panel, policies);

        for (var trial : trials.trials()) {
            for (int place = 0; place < trials.starts().size(); place++) {
                assertThat(trials.perfect().get(place).orElseThrow())
                        .as(trial.name())
                        .isLessThanOrEqualTo(trial.totals()[place] + 1e-9);
            }
        }
    }

    @Test
    void what_spoils_is_ordered_for_fewer_periods_and_its_waste_is_counted() {
        var steady = Panels.constant(60, 3);
        for (int period = 0; period < 60; period++) {
            steady[period] = period % 4 == 0 ? 12 : 0;
        }
        var keeps = StockTerms.of(1, .01, 3);
        var spoils = keeps.withShelfLife(1, 2);
        var policy = OrderingPolicies.leastCost(PanelForecasters.recentMean(), 1, 1, 100, 1);

        var kept = PolicyBacktest.of(WINDOWS, REFERENCE)
                .run(new ReplayPanel(List.of(Panels.item("a", keeps, steady))), List.of(policy))
                .trial(policy.name())
                .mean();
        var spoilt = PolicyBacktest.of(WINDOWS, REFERENCE)
                .run(new ReplayPanel(List.of(Panels.item("a", spoils, steady))), List.of(policy))
                .trial(policy.name())
                .mean();

        assertThat(kept.waste()).isZero();
        assertThat(spoilt.waste()).isPositive();
        assertThat(spoilt.holding()).isLessThanOrEqualTo(kept.holding());
        assertThat(spoilt.total()).isEqualTo(spoilt.holding() + spoilt.shortage() + spoilt.waste(), within(1e-9));
    }

    @Test
    void a_slower_review_orders_less_often() {
        var panel = new ReplayPanel(List.of(Panels.item("a", StockTerms.of(3, .2, 1), Panels.constant(80, 4))));
        var moments = new CopyOnWriteArrayList<Integer>();
        var spy = new Spy(moment -> moments.add(moment.periods()));

        var trials = PolicyBacktest.of(new RollingWindows(21, 70, 14, 3, 7), REFERENCE)
                .run(panel, List.of(spy));

        assertThat(moments).containsExactly(21, 28, 35);
        assertThat(trials.length()).isEqualTo(3 + 21);
        assertThat(trials.trial(spy.name()).mean().demanded()).isEqualTo(21 * 4, within(1e-9));
    }

    @Test
    void refuses_what_cannot_be_played() {
        var panel = Panels.random(1, 2, 40, Panels.TERMS);
        var backtest = PolicyBacktest.of(WINDOWS, REFERENCE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> backtest.run(panel.head(27), List.of()))
                .withMessageContaining("starts at period 20 and takes 8, and there are 27");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backtest.run(panel, List.of(new FixedOrder(1), new FixedOrder(1))))
                .withMessageContaining("always 1");
        assertThatIllegalStateException()
                .isThrownBy(() -> backtest.run(panel, List.of(new FixedOrder(-1))))
                .withMessageContaining("ordered -1 units");
        assertThatIllegalArgumentException().isThrownBy(() -> new RollingWindows(5, 5, 6, 6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReplayPanel(List.of()));
    }
}
