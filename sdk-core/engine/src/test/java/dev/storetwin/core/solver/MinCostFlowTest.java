package dev.storetwin.core.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MinCostFlowTest {

    @Test
    void takes_the_cheap_lane_first_and_the_dear_one_for_the_rest() {
        var network = new FlowNetwork(2);
        network.addLane(0, 1, 5, 1);
        network.addLane(0, 1, 100, 4);
        network.supply(0, 8);
        network.supply(1, -8);

        var flow = optimal(network);

        assertThat(flow.flows()).containsExactly(5L, 3L);
        assertThat(flow.cost()).isEqualTo(17);
    }

    @Test
    void goes_a_long_way_round_when_that_is_cheaper() {
        // 0 -> 1 costs 10; 0 -> 2 -> 1 costs 3 + 4, for 6 units.
        var network = new FlowNetwork(3);
        network.addLane(0, 1, 50, 10);
        network.addLane(0, 2, 6, 3);
        network.addLane(2, 1, 50, 4);
        network.supply(0, 10);
        network.supply(1, -10);

        var flow = optimal(network);

        assertThat(flow.flows()).containsExactly(4L, 6L, 6L);
        assertThat(flow.cost()).isEqualTo(82);
        // A unit more at node 2 would save what the dear lane costs beyond the rest of the way.
        assertThat(flow.potentials().get(1) - flow.potentials().get(0)).isEqualTo(10);
        assertThat(flow.potentials().get(1) - flow.potentials().get(2)).isEqualTo(4);
    }

    @Test
    void units_may_stay_where_nobody_needs_them() {
        var network = new FlowNetwork(3);
        network.addLane(0, 2, 50, 3);
        network.addLane(1, 2, 50, 2);
        network.supply(0, 0, 20);
        network.supply(1, 0, 4);
        network.supply(2, -10);

        assertThat(optimal(network).flows()).containsExactly(6L, 4L);
    }

    @Test
    void needs_may_stay_open_where_filling_them_costs_more_than_it_brings() {
        var network = new FlowNetwork(2);
        network.addLane(0, 1, 3, -5);
        network.addLane(0, 1, 3, -1);
        network.addLane(0, 1, 3, 2);
        network.supply(0, 0, 20);
        network.supply(1, -20, 0);

        var flow = optimal(network);

        assertThat(flow.flows()).containsExactly(3L, 3L, 0L);
        assertThat(flow.cost()).isEqualTo(-18);
    }

    @Test
    void a_ring_that_pays_is_filled() {
        var network = new FlowNetwork(3);
        network.addLane(0, 1, 4, -3);
        network.addLane(1, 2, 7, 1);
        network.addLane(2, 0, 9, 1);

        assertThat(optimal(network).flows()).containsExactly(4L, 4L, 4L);
    }

    @Test
    void says_which_nodes_cannot_be_served() {
        // Nodes 2 and 3 need 9, and only 7 get through to them.
        var network = new FlowNetwork(4);
        network.addLane(0, 1, 100, 1);
        network.addLane(1, 2, 5, 1);
        network.addLane(0, 3, 2, 1);
        network.addLane(2, 3, 100, 1);
        network.supply(0, 0, 100);
        network.supply(2, -3);
        network.supply(3, -6);

        var answer = (FlowAnswer.Infeasible) MinCostFlow.solve(network);

        assertThat(answer.nodes()).containsExactly(2, 3);
        assertThat(answer.describe()).isEqualTo("Nodes [2, 3] need 9 units from others, and at most 7 can get in");
    }

    @Test
    void says_which_nodes_cannot_get_rid_of_what_they_must_give() {
        var network = new FlowNetwork(3);
        network.addLane(0, 1, 5, 1);
        network.addLane(1, 2, 50, 1);
        network.supply(0, 8);
        network.supply(2, -20, 0);

        var answer = (FlowAnswer.Infeasible) MinCostFlow.solve(network);

        assertThat(answer.describe()).isEqualTo("Nodes [0] must give 8 units to others, and at most 5 can get out");
    }

    @Test
    void a_network_without_anything_has_a_flow() {
        assertThat(optimal(new FlowNetwork(0)).flows()).isEmpty();
        assertThat(optimal(new FlowNetwork(3)).cost()).isZero();
    }

    @Test
    void sums_that_do_not_fit_into_64_bits_are_refused() {
        var dear = new FlowNetwork(9);
        dear.addLane(0, 1, 1, FlowNetwork.UNLIMITED);
        assertThatThrownBy(() -> MinCostFlow.solve(dear)).hasMessageContaining("scale costs");
        var many = new FlowNetwork(2);
        many.supply(0, FlowNetwork.UNLIMITED);
        many.supply(1, -FlowNetwork.UNLIMITED);
        assertThatThrownBy(() -> MinCostFlow.solve(many)).hasMessageContaining("larger units");
    }

    @Test
    void a_total_cost_beyond_64_bits_is_exact() {
        var network = new FlowNetwork(2);
        network.addLane(0, 1, FlowNetwork.UNLIMITED, 1_000_000_007L);
        network.supply(0, 1L << 50);
        network.supply(1, -(1L << 50));

        // 1,000,000,007 times 1,125,899,906,842,624
        assertThat(optimal(network).cost()).hasToString("1125899914723923347898368");
    }

    @Property(tries = 1_000)
    void costs_what_shortest_paths_find_and_proves_it(@ForAll long seed) {
        var network = RandomNetwork.of(seed);

        var answer = MinCostFlow.solve(network);

        var expected = ShortestPaths.cost(network);
        if (answer instanceof FlowAnswer.Optimal flow) {
            assertThat(FlowProof.objections(network, flow)).isEmpty();
            assertThat(OptionalLong.of(flow.cost().longValueExact())).isEqualTo(expected);
        } else {
            assertThat(FlowProof.objections(network, (FlowAnswer.Infeasible) answer))
                    .isEmpty();
            assertThat(expected).isEmpty();
        }
    }

    @Example
    void the_random_networks_are_of_both_kinds() {
        int feasible = 0;
        int without = 0;
        for (long seed = 0; seed < 400; seed++) {
            var answer = MinCostFlow.solve(RandomNetwork.of(seed));
            feasible += answer instanceof FlowAnswer.Optimal ? 1 : 0;
            without += answer instanceof FlowAnswer.Infeasible ? 1 : 0;
        }

        assertThat(feasible).isGreaterThan(80);
        assertThat(without).isGreaterThan(80);
    }

    @Property(tries = 100)
    void the_same_network_gives_the_same_flow(@ForAll long seed) {
        assertThat(MinCostFlow.solve(RandomNetwork.of(seed))).isEqualTo(MinCostFlow.solve(RandomNetwork.of(seed)));
    }

    private static FlowAnswer.Optimal optimal(FlowNetwork network) {
        var answer = (FlowAnswer.Optimal) MinCostFlow.solve(network);
        assertThat(FlowProof.objections(network, answer)).isEmpty();
        return answer;
    }
}
