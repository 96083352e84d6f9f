package dev.storetwin.core.solver;

import java.util.Arrays;

/**
 * Nodes that give or need units of one thing, and lanes on which it moves. All numbers are whole: scale what is not.
 *
 * <p>A node's supply is what leaves it less what comes in: above zero it gives, below zero it needs. Where it may lie between two bounds,
 * units may stay where they are, or needs stay open. Costs may be negative. Two lanes may join the same nodes: a cost that grows
 * with the units is several lanes, the cheap ones first. Not for several threads.
 */
public final class FlowNetwork {

    /** A capacity that nothing reaches, and the largest number that is taken. */
    public static final long UNLIMITED = Long.MAX_VALUE / 16;

    private static final int FEW = 16;

    private final long[] least;
    private final long[] most;
    private int[] from = new int[FEW];
    private int[] to = new int[FEW];
    private long[] capacity = new long[FEW];
    private long[] cost = new long[FEW];
    private int lanes;

    /** @param nodes how many, counted from 0; each passes on what it gets until it is told otherwise */
    public FlowNetwork(int nodes) {
        if (nodes < 0) {
            throw new IllegalArgumentException("A network cannot have %d nodes.".formatted(nodes));
        }
        least = new long[nodes];
        most = new long[nodes];
    }

    /**
     * Another lane.
     *
     * @param capacity units that fit, at least 0
     * @param cost     of a unit
     * @return its number, counted from 0
     */
    public int addLane(int from, int to, long capacity, long cost) {
        checkNode(from);
        checkNode(to);
        if (from == to) {
            throw new IllegalArgumentException(
                    "A lane needs two nodes, not %d twice.\nMaybe one of them is meant otherwise.".formatted(from));
        }
        if (capacity < 0 || capacity > UNLIMITED) {
            throw new IllegalArgumentException(
                    "The capacity from %d to %d must be between 0 and FlowNetwork.UNLIMITED, not %d.\nMaybe a difference came out below zero."
                            .formatted(from, to, capacity));
        }
        if (cost < -UNLIMITED || cost > UNLIMITED) {
            throw new IllegalArgumentException(
                    "The cost from %d to %d must lie within FlowNetwork.UNLIMITED, not be %d.\nMaybe scale costs to fewer digits."
                            .formatted(from, to, cost));
        }
        if (lanes == this.from.length) {
            grow();
        }
        this.from[lanes] = from;
        this.to[lanes] = to;
        this.capacity[lanes] = capacity;
        this.cost[lanes] = cost;
        return lanes++;
    }

    private void grow() {
        int room = 2 * lanes;
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        capacity = Arrays.copyOf(capacity, room);
        cost = Arrays.copyOf(cost, room);
    }

    /** What a node gives, exactly; below zero what it needs. */
    public void supply(int node, long units) {
        supply(node, units, units);
    }

    /**
     * What a node gives, between two bounds.
     *
     * @param least such as 0 where units may stay, or the needs below zero
     * @param most  such as 0 where needs may stay open
     */
    public void supply(int node, long least, long most) {
        checkNode(node);
        if (least > most || least < -UNLIMITED || most > UNLIMITED) {
            throw new IllegalArgumentException(
                    "The supply of node %d must lie between two bounds in order and within FlowNetwork.UNLIMITED, not %d and %d."
                            .formatted(node, least, most));
        }
        this.least[node] = least;
        this.most[node] = most;
    }

    private void checkNode(int node) {
        if (node < 0 || node >= least.length) {
            throw new IllegalArgumentException(
                    "There is no node %d: they are counted from 0 and there are %d.".formatted(node, least.length));
        }
    }

    public int nodes() {
        return least.length;
    }

    public int lanes() {
        return lanes;
    }

    public int from(int lane) {
        return from[checked(lane)];
    }

    public int to(int lane) {
        return to[checked(lane)];
    }

    public long capacity(int lane) {
        return capacity[checked(lane)];
    }

    public long cost(int lane) {
        return cost[checked(lane)];
    }

    /** The least that a node may give. */
    public long least(int node) {
        checkNode(node);
        return least[node];
    }

    /** The most that a node may give. */
    public long most(int node) {
        checkNode(node);
        return most[node];
    }

    private int checked(int lane) {
        if (lane < 0 || lane >= lanes) {
            throw new IllegalArgumentException(
                    "There is no lane %d: they are counted from 0 and there are %d.".formatted(lane, lanes));
        }
        return lane;
    }
}
