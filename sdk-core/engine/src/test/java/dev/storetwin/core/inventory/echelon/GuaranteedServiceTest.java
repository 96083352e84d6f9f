package dev.storetwin.core.inventory.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GuaranteedServiceTest {

    @Test
    void a_cheap_supplier_holds_the_stock_where_the_shop_may_take_its_time() {
        var supplier = ServiceNode.of("supplier", 1, 4, 2);
        var shop = ServiceNode.of("shop", 10, 1, 2).withDemand(3).withPromise(1);

        var plan = GuaranteedService.solve(
                ServiceTree.of(List.of(supplier, shop), List.of(new ServiceLane("supplier", "shop"))));

        // The supplier serves at once from stock for four days: 2 x 3 x 2 = 12 units. The shop needs none.
        assertThat(plan.cost()).isEqualTo(12, within(1e-12));
        assertThat(plan.nodes().get(0).safetyStock()).isEqualTo(12, within(1e-12));
        assertThat(plan.nodes().get(1).netTime()).isZero();
    }

    @Test
    void demand_of_two_shops_adds_up_at_their_warehouse() {
        var warehouse = ServiceNode.of("warehouse", 1, 1, 1);
        var one = ServiceNode.of("one", 100, 0, 1).withDemand(3).withPromise(0);
        var other = ServiceNode.of("other", 100, 0, 1).withDemand(4).withPromise(0);
        var lanes = List.of(new ServiceLane("warehouse", "one"), new ServiceLane("warehouse", "other"));

        var plan = GuaranteedService.solve(ServiceTree.of(List.of(warehouse, one, other), lanes));

        assertThat(plan.cost()).isEqualTo(5, within(1e-12));
    }

    @Test
    void times_may_be_fractions() {
        var node = ServiceNode.of("a", 1, .25, 1)
                .withSupplyTime(.1)
                .withPromise(.3)
                .withDemand(10);

        var plan = GuaranteedService.solve(ServiceTree.of(List.of(node), List.of()));

        assertThat(plan.cost()).isEqualTo(10 * Math.sqrt(.05), within(1e-9));
    }

    @Property(tries = 150)
    void no_service_times_cost_less_whatever_the_shape_of_the_tree(@ForAll("trees") ServiceTree tree) {
        var plan = GuaranteedService.solve(tree);

        assertThat(plan.cost()).isEqualTo(cheapest(tree, 0, new HashMap<>()), within(1e-9 * (1 + plan.cost())));
    }

    @Property(tries = 100)
    void in_large_trees_no_other_time_of_one_node_costs_less(@ForAll("largeTrees") ServiceTree tree) {
        var plan = GuaranteedService.solve(tree);

        var times = new HashMap<String, Double>();
        plan.nodes().forEach(it -> times.put(it.name(), it.serviceTime()));
        for (var node : tree.nodes()) {
            var others = new HashMap<>(times);
            for (double time = 0; time <= Math.min(node.promise(), 12); time++) {
                others.put(node.name(), time);
                assertThat(costOrInfinity(tree, others)).isGreaterThanOrEqualTo(plan.cost() * (1 - 1e-9));
            }
        }
    }

    /** Tries all whole service times of all nodes. */
    private static double cheapest(ServiceTree tree, int node, Map<String, Double> times) {
        if (node == tree.nodes().size()) {
            return costOrInfinity(tree, times);
        }
        double least = Double.POSITIVE_INFINITY;
        for (double time = 0; time <= Math.min(tree.nodes().get(node).promise(), 10); time++) {
            times.put(tree.nodes().get(node).name(), time);
            least = Math.min(least, cheapest(tree, node + 1, times));
        }
        return least;
    }

    private static double costOrInfinity(ServiceTree tree, Map<String, Double> times) {
        try {
            return tree.evaluate(times).cost();
        } catch (IllegalArgumentException promisesTooMuch) {
            return Double.POSITIVE_INFINITY;
        }
    }

    @Provide
    Arbitrary<ServiceTree> trees() {
        return trees(4);
    }

    @Provide
    Arbitrary<ServiceTree> largeTrees() {
        return trees(60);
    }

    private static Arbitrary<ServiceTree> trees(int most) {
        var node = Combinators.combine(
                        Arbitraries.of(1., 2., 5.),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(0., 1., 2., Double.POSITIVE_INFINITY),
                        Arbitraries.of(0., 1., 3.))
                .as((cost, processing, supply, promise, deviation) -> ServiceNode.of("", cost, processing, 1)
                        .withSupplyTime(supply)
                        .withPromise(promise)
                        .withDemand(deviation));
        return node.list().ofMinSize(1).ofMaxSize(most).flatMap(nodes -> Arbitraries.integers()
                .between(0, 99)
                .list()
                .ofSize(nodes.size())
                .map(links -> tree(nodes, links)));
    }

    /** Each node but the first hangs on one before it, by a lane in either direction. */
    private static ServiceTree tree(List<ServiceNode> nodes, List<Integer> links) {
        var named = new ArrayList<ServiceNode>();
        var lanes = new ArrayList<ServiceLane>();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            named.add(ServiceNode.of("n" + i, node.holdingCost(), node.processingTime(), 1)
                    .withSupplyTime(node.supplyTime())
                    .withPromise(node.promise())
                    .withDemand(node.deviation()));
            if (i > 0) {
                var other = "n" + links.get(i) / 2 % i;
                lanes.add(links.get(i) % 2 == 0 ? new ServiceLane(other, "n" + i) : new ServiceLane("n" + i, other));
            }
        }
        return ServiceTree.of(named, lanes);
    }

    @Test
    void refuses_what_is_no_tree() {
        var a = ServiceNode.of("a", 1, 1, 1);
        var b = ServiceNode.of("b", 1, 1, 1);
        var lane = new ServiceLane("a", "b");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceTree.of(List.of(a, b), List.of(lane, new ServiceLane("b", "a"))))
                .withMessageContaining("closes a cycle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceTree.of(List.of(a), List.of(lane)))
                .withMessageContaining("names the node b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceTree.of(List.of(a, a), List.of()))
                .withMessageContaining("Two nodes are named a");
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceTree.of(List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.withSupplyTime(Double.NaN))
                .withMessageContaining("supply time (NaN) of a");
        assertThatIllegalArgumentException().isThrownBy(() -> a.withPromise(-1)).withMessageContaining("promise");
    }

    @Test
    void refuses_service_times_that_cannot_be_told_or_kept() {
        var tree = ServiceTree.of(List.of(ServiceNode.of("a", 1, 1, 1).withPromise(5)), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.evaluate(Map.of("b", 1.)))
                .withMessageContaining("No service time was given for node a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.evaluate(Map.of("a", 6.)))
                .withMessageContaining("from 0 to its promise (5.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.evaluate(Map.of("a", 3.)))
                .withMessageContaining("needs only 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        GuaranteedService.solve(ServiceTree.of(List.of(ServiceNode.of("a", 1, Math.PI, 1)), List.of())))
                .withMessageContaining("rounded to tenths");
    }
}
