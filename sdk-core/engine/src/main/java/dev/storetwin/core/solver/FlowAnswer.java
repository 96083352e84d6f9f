package dev.storetwin.core.solver;

import java.math.BigInteger;
import java.util.List;

/** What comes of asking for the cheapest flow. */
public sealed interface FlowAnswer {

    /**
     * No flow costs less.
     *
     * @param flows      units by lane
     * @param potentials of the nodes, what a unit is worth there beside one outside the network: a lane whose cost is above the difference
     *                   between its ends is empty, one whose cost is below it is full
     * @param cost       of all units
     */
    record Optimal(List<Long> flows, List<Long> potentials, BigInteger cost) implements FlowAnswer {

        public Optimal {
            flows = List.copyOf(flows);
            potentials = List.copyOf(potentials);
        }
    }

    /**
     * There is no flow that obeys all bounds, for even the best one would break this one.
     *
     * @param nodes    that stand in the way together, in order
     * @param isShort  whether they need more than can come in; else they must give more than can get out
     * @param units    they need, or must give, after they have served each other
     * @param capacity of all lanes into them, or out of them
     */
    record Infeasible(List<Integer> nodes, boolean isShort, long units, long capacity) implements FlowAnswer {

        public Infeasible {
            nodes = List.copyOf(nodes);
        }

        /** In words, with the numbers of the nodes. */
        public String describe() {
            return isShort
                    ? "Nodes %s need %d units from others, and at most %d can get in".formatted(nodes, units, capacity)
                    : "Nodes %s must give %d units to others, and at most %d can get out"
                            .formatted(nodes, units, capacity);
        }
    }
}
