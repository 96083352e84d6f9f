package dev.storetwin.core.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.storetwin.core.inventory.Shelf;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steady demand of 10 a period, which all forecasters know; the scatter that they add is the least they know. */
class OrderingPoliciesTest {

    private static final PanelForecaster BY = PanelForecasters.seasonalAverage();

    private static long order(OrderingPolicy policy, double onHand, Double... inTransit) {
        var panel = new ReplayPanel(List.of(Panels.item("a", Panels.TERMS, Panels.constant(60, 10))));
        var item = panel.items().get(0);
        var shelf = new Shelf(item.sales(), item.groups(), onHand, List.of(inTransit));
        return policy.orders(OrderMoment.now(panel, 1, policy, List.of(shelf)))[0];
    }

    @Test
    void by_hand_cover_orders_expected_demand_of_lead_time_review_and_one_more_less_the_position() {
        assertThat(order(OrderingPolicies.seasonalAverageCover(), 5, 8.0, 9.0)).isEqualTo(40 - 22);
        assertThat(order(OrderingPolicies.seasonalAverageCover(), 50, 8.0, 9.0)).isZero();
    }

    @Test
    void a_higher_level_orders_more_and_half_the_time_is_about_the_mean() {
        long half = order(OrderingPolicies.quantile(BY, .5), 0, 0.0, 0.0);
        long most = order(OrderingPolicies.quantile(BY, .95), 0, 0.0, 0.0);
        long critical = order(OrderingPolicies.criticalQuantile(BY), 0, 0.0, 0.0);

        assertThat(half).isBetween(29L, 30L);
        assertThat(critical).isBetween(half + 1, most - 1);
        assertThat(order(OrderingPolicies.baseStock(BY, 0), 0, 0.0, 0.0)).isEqualTo(30);
    }

    @Test
    void a_cap_binds_only_large_orders() {
        var capped = OrderingPolicies.cappedBaseStock(BY, .5, 1.5);

        assertThat(order(capped, 0, 0.0, 0.0)).isEqualTo(15);
        assertThat(order(capped, 10, 10.0, 5.0)).isEqualTo(order(OrderingPolicies.quantile(BY, .5), 10, 10.0, 5.0));
    }

    @Test
    void min_max_waits_for_its_reorder_point_and_then_orders_a_batch_more() {
        var minMax = OrderingPolicies.minMax(BY, .5, 2);
        long upTo = order(OrderingPolicies.quantile(BY, .5), 0, 0.0, 0.0);

        assertThat(order(minMax, upTo + 1.0, 0.0, 0.0)).isZero();
        assertThat(order(minMax, upTo, 0.0, 0.0)).isEqualTo(20);
    }

    @Test
    void those_that_project_stock_do_not_order_what_is_lost_before_the_order_comes() {
        long plain = order(OrderingPolicies.criticalQuantile(BY), 0, 0.0, 0.0);
        long projected = order(OrderingPolicies.projectedInventory(BY, 200, 1), 0, 0.0, 0.0);
        long leastCost = order(OrderingPolicies.leastCost(BY, 1, 1, 200, 1), 0, 0.0, 0.0);

        assertThat(plain).isGreaterThan(30);
        assertThat(projected).isBetween(10L, 16L);
        assertThat(leastCost).isBetween(10L, 16L);
    }

    @Test
    void more_safety_never_orders_less() {
        long before = 0;
        for (double safety : new double[] {.5, 1, 2, 4}) {
            long order = order(OrderingPolicies.leastCost(BY, safety, 1, 200, 1), 0, 4.0, 6.0);
            assertThat(order).isGreaterThanOrEqualTo(before);
            before = order;
        }
    }

    @Test
    void all_have_names_of_their_own_and_order_nothing_for_what_never_sold() {
        var policies = new java.util.ArrayList<>(OrderingPolicies.candidates(20, 1, List.of()));
        policies.addAll(OrderingPolicies.comparisons(List.of()));
        var panel = new ReplayPanel(List.of(Panels.item("a", Panels.TERMS, new double[60])));
        var shelf = new Shelf(panel.items().get(0).sales(), List.of("a"), 0, List.of(0.0, 0.0));

        assertThat(policies).extracting(OrderingPolicy::name).doesNotHaveDuplicates();
        for (var policy : policies) {
            assertThat(policy.orders(OrderMoment.now(panel, 1, policy, List.of(shelf))))
                    .as(policy.name())
                    .containsExactly(0);
        }
    }

    @Test
    void a_forecaster_that_was_not_named_is_refused() {
        var panel = new ReplayPanel(List.of(Panels.item("a", Panels.TERMS, new double[60])));
        var shelf = new Shelf(panel.items().get(0).sales(), List.of("a"), 0, List.of());
        var moment = OrderMoment.now(panel, 1, new FixedOrder(1), List.of(shelf));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> moment.forecast(PanelForecasters.pooled(), 0))
                .withMessageContaining("pooled");
        assertThatIllegalArgumentException().isThrownBy(() -> OrderingPolicies.quantile(BY, 95));
    }
}
