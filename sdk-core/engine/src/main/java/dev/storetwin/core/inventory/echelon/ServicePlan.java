package dev.storetwin.core.inventory.echelon;

import java.util.List;

/**
 * What each node promises to those after it, and the safety stock that keeps the promises.
 *
 * @param nodes in the order of the tree's nodes
 * @param cost  of holding all safety stock
 */
public record ServicePlan(List<NodePlan> nodes, double cost) {

    public ServicePlan {
        nodes = List.copyOf(nodes);
    }

    /**
     * One node.
     *
     * @param serviceTime within which it delivers, without fail
     * @param inboundTime after which it has all that it needs
     * @param netTime     that its safety stock must last: inbound and processing time less service time
     * @param safetyStock units on average
     * @param cost        of holding them
     */
    public record NodePlan(
            String name, double serviceTime, double inboundTime, double netTime, double safetyStock, double cost) {}
}
