package dev.storetwin.core.solver;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Checks an answer against its network by the numbers alone: bounds, balance, complementary slackness, or the cut. */
final class FlowProof {

    private FlowProof() {}

    /** What does not hold; empty when the flow is proven to be the cheapest. */
    static List<String> objections(FlowNetwork network, FlowAnswer.Optimal flow) {
        var objections = new ArrayList<String>();
        var given = new long[network.nodes()];
        var cost = BigInteger.ZERO;
        for (int lane = 0; lane < network.lanes(); lane++) {
            long units = flow.flows().get(lane);
            given[network.from(lane)] += units;
            given[network.to(lane)] -= units;
            cost = cost.add(BigInteger.valueOf(units).multiply(BigInteger.valueOf(network.cost(lane))));
            long reduced = network.cost(lane)
                    + flow.potentials().get(network.from(lane))
                    - flow.potentials().get(network.to(lane));
            check(objections, "lane " + lane, units, 0, network.capacity(lane), reduced);
        }
        for (int node = 0; node < given.length; node++) {
            // The outside has the potential 0, and what it takes costs nothing.
            long reduced = -flow.potentials().get(node);
            check(objections, "node " + node, given[node], network.least(node), network.most(node), reduced);
        }
        if (!cost.equals(flow.cost())) {
            objections.add("costs %s, not %s".formatted(cost, flow.cost()));
        }
        return objections;
    }

    private static void check(List<String> objections, String what, long units, long least, long most, long reduced) {
        if (units < least || units > most) {
            objections.add("%s carries %d, outside %d to %d".formatted(what, units, least, most));
        }
        if (least < most && (reduced > 0 && units > least || reduced < 0 && units < most)) {
            objections.add(
                    "%s carries %d of %d to %d at a reduced cost of %d".formatted(what, units, least, most, reduced));
        }
    }

    /** What does not hold; empty when the cut proves that there is no flow. */
    static List<String> objections(FlowNetwork network, FlowAnswer.Infeasible cut) {
        long must = 0;
        for (int node : cut.nodes()) {
            must += cut.isShort() ? -network.most(node) : network.least(node);
        }
        long can = 0;
        for (int lane = 0; lane < network.lanes(); lane++) {
            boolean starts = cut.nodes().contains(network.from(lane));
            boolean ends = cut.nodes().contains(network.to(lane));
            can += starts != ends && ends == cut.isShort() ? network.capacity(lane) : 0;
        }
        var objections = new ArrayList<String>();
        if (must != cut.units() || can != cut.capacity()) {
            objections.add("%d and %d, not %d and %d".formatted(must, can, cut.units(), cut.capacity()));
        }
        if (must <= can) {
            objections.add("%d get through %d".formatted(must, can));
        }
        return objections;
    }
}
