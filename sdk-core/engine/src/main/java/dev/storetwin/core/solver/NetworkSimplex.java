package dev.storetwin.core.solver;

import java.util.Arrays;

/**
 * The primal simplex method on a network (Dantzig 1951), with a spanning tree as the basis.
 *
 * <p>How it works. The lanes of the tree carry whatever balances the nodes; each other lane is empty or full. At first the tree is a star of
 * artificial arcs around a root: one to the root from each node that gives, for nothing, and one from it to each node that needs, so dear
 * that it is emptied if there is any other way. Node potentials make the reduced cost of each arc of the tree zero. An arc outside it
 * whose reduced cost has the wrong sign enters: units are sent round the cycle that it closes until an arc on it is empty or full. That arc
 * leaves, and the part of the tree that it held is hung up at the arc that entered.
 *
 * <p>Among the arcs that stop the flow the last one leaves, seen from the node of the cycle nearest the root in the direction of the flow.
 * Thus from each node some flow can always be sent to the root, and the method cannot go in circles (Cunningham 1976). Arcs
 * that could enter are looked at block by block, and the worst of a block enters (block search).
 */
final class NetworkSimplex {

    private static final int EMPTY = 1;
    private static final int IN_TREE = 0;
    private static final int FULL = -1;

    private static final int SMALLEST_BLOCK = 20;
    private static final long ARTIFICIAL = Long.MAX_VALUE / 4;

    private final int arcs;
    private final int[] from;
    private final int[] to;
    private final long[] capacity;
    private final long[] cost;
    private final long[] flow;
    private final byte[] place;
    private final long[] potential;
    private final SpanningTree tree;
    private final int block;
    private int nextArc;

    /**
     * Every array of arcs has room for one artificial arc per node after the last arc.
     *
     * @param supply of each node; they add up to zero
     * @param dear   more than any path can cost
     */
    NetworkSimplex(int arcs, int[] from, int[] to, long[] capacity, long[] cost, long[] supply, long dear) {
        int root = supply.length;
        this.arcs = arcs;
        this.from = from;
        this.to = to;
        this.capacity = capacity;
        this.cost = cost;
        this.flow = new long[arcs + root];
        this.place = new byte[arcs + root];
        this.potential = new long[root + 1];
        this.tree = new SpanningTree(root + 1, arcs);
        this.block = Math.max(SMALLEST_BLOCK, (int) Math.sqrt(arcs));
        Arrays.fill(place, 0, arcs, (byte) EMPTY);
        for (int node = 0; node < root; node++) {
            int arc = arcs + node;
            boolean needs = supply[node] < 0;
            from[arc] = needs ? root : node;
            to[arc] = needs ? node : root;
            capacity[arc] = ARTIFICIAL;
            cost[arc] = needs ? dear : 0;
            flow[arc] = Math.abs(supply[node]);
            potential[node] = needs ? dear : 0;
        }
    }

    /** Sends units round cycles until none saves anything. */
    void run() {
        for (int arc = entering(); arc != SpanningTree.NONE; arc = entering()) {
            pivot(arc);
        }
    }

    long flow(int arc) {
        return flow[arc];
    }

    long potential(int node) {
        return potential[node];
    }

    /** What is left over of what a node gives, or of what it needs. */
    long unsettled(int node) {
        return flow[arcs + node];
    }

    private long reducedCost(int arc) {
        return cost[arc] + potential[from[arc]] - potential[to[arc]];
    }

    /** The arc of the next block in which any can enter that saves most per unit. */
    private int entering() {
        long most = 0;
        int best = SpanningTree.NONE;
        int left = block;
        int arc = nextArc;
        for (int looked = 0; looked < arcs; looked++) {
            if (arc == arcs) {
                arc = 0;
            }
            long saving = -place[arc] * reducedCost(arc);
            if (saving > most) {
                most = saving;
                best = arc;
            }
            arc++;
            if (--left == 0) {
                if (best != SpanningTree.NONE) {
                    break;
                }
                left = block;
            }
        }
        nextArc = arc;
        return best;
    }

    /** Units go from the tail over the entering arc to the head, up to the meeting, and down again to the tail. */
    private void pivot(int entering) {
        boolean forward = place[entering] == EMPTY;
        int tail = forward ? from[entering] : to[entering];
        int head = forward ? to[entering] : from[entering];
        int meeting = tree.meeting(tail, head);
        long units = capacity[entering];
        int cut = SpanningTree.NONE;
        for (int node = tail; node != meeting; node = tree.parent(node)) {
            long room = roomDown(node);
            if (room < units) {
                units = room;
                cut = node;
            }
        }
        boolean onTailSide = cut != SpanningTree.NONE;
        for (int node = head; node != meeting; node = tree.parent(node)) {
            long room = roomUp(node);
            if (room <= units) {
                units = room;
                cut = node;
                onTailSide = false;
            }
        }
        send(entering, forward, tail, head, meeting, units);
        if (cut == SpanningTree.NONE) {
            place[entering] = (byte) -place[entering];
        } else {
            exchange(entering, cut, onTailSide ? tail : head, onTailSide ? head : tail);
        }
    }

    /** How much more can go from a node to its parent. */
    private long roomUp(int node) {
        int arc = tree.arc(node);
        return from[arc] == node ? capacity[arc] - flow[arc] : flow[arc];
    }

    private long roomDown(int node) {
        int arc = tree.arc(node);
        return from[arc] == node ? flow[arc] : capacity[arc] - flow[arc];
    }

    private void send(int entering, boolean forward, int tail, int head, int meeting, long units) {
        if (units == 0) {
            return;
        }
        flow[entering] += forward ? units : -units;
        for (int node = tail; node != meeting; node = tree.parent(node)) {
            int arc = tree.arc(node);
            flow[arc] += from[arc] == node ? -units : units;
        }
        for (int node = head; node != meeting; node = tree.parent(node)) {
            int arc = tree.arc(node);
            flow[arc] += from[arc] == node ? units : -units;
        }
    }

    private void exchange(int entering, int cut, int held, int holder) {
        int leaving = tree.arc(cut);
        long reduced = reducedCost(entering);
        tree.rehang(cut, held, holder, entering);
        place[entering] = IN_TREE;
        place[leaving] = (byte) (flow[leaving] == 0 ? EMPTY : FULL);
        tree.shift(held, held == to[entering] ? reduced : -reduced, potential);
    }
}
