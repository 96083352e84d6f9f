package dev.storetwin.core.solver;

import java.util.Arrays;

/**
 * A tree over all nodes, hung up at one of them. Each node knows its parent, the arc that joins the two, and its children, so that a part can be
 * cut off and hung up elsewhere in as many steps as it has nodes.
 */
final class SpanningTree {

    static final int NONE = -1;

    private final int[] parent;
    private final int[] arc;
    private final int[] depth;
    private final int[] firstChild;
    private final int[] next;
    private final int[] previous;

    /** A star: every node hangs at the root, which is the last one, by the arc that is numbered like it. */
    SpanningTree(int nodes, int firstArc) {
        int root = nodes - 1;
        parent = new int[nodes];
        arc = new int[nodes];
        depth = new int[nodes];
        firstChild = new int[nodes];
        next = new int[nodes];
        previous = new int[nodes];
        Arrays.fill(firstChild, NONE);
        Arrays.fill(next, NONE);
        Arrays.fill(previous, NONE);
        parent[root] = NONE;
        arc[root] = NONE;
        for (int node = 0; node < root; node++) {
            arc[node] = firstArc + node;
            depth[node] = 1;
            hang(node, root);
        }
    }

    /** Of a node; the root has {@link #NONE}. */
    int parent(int node) {
        return parent[node];
    }

    /** That joins a node to its parent. */
    int arc(int node) {
        return arc[node];
    }

    /** The first node that the ways of two nodes to the root have in common. */
    int meeting(int one, int other) {
        int left = one;
        int right = other;
        while (left != right) {
            if (depth[left] >= depth[right]) {
                left = parent[left];
            } else {
                right = parent[right];
            }
        }
        return left;
    }

    /**
     * Cuts the arc above one node and hangs what was below it up by another arc.
     *
     * @param cut    below the arc that goes
     * @param held   a node below it, where the part is held from now on
     * @param holder a node elsewhere that holds it
     * @param by     the arc between the two
     */
    void rehang(int cut, int held, int holder, int by) {
        int node = held;
        int above = holder;
        int joint = by;
        while (above != cut) {
            int former = parent[node];
            int formerJoint = arc[node];
            unhang(node);
            arc[node] = joint;
            hang(node, above);
            above = node;
            joint = formerJoint;
            node = former;
        }
    }

    private void hang(int node, int above) {
        parent[node] = above;
        int sibling = firstChild[above];
        next[node] = sibling;
        previous[node] = NONE;
        if (sibling != NONE) {
            previous[sibling] = node;
        }
        firstChild[above] = node;
    }

    private void unhang(int node) {
        int before = previous[node];
        int after = next[node];
        if (before == NONE) {
            firstChild[parent[node]] = after;
        } else {
            next[before] = after;
        }
        if (after != NONE) {
            previous[after] = before;
        }
    }

    /** Adds a number to the values of a node and of all below it, and counts their depths anew. */
    void shift(int top, long by, long[] values) {
        int node = top;
        while (true) {
            depth[node] = depth[parent[node]] + 1;
            values[node] += by;
            if (firstChild[node] != NONE) {
                node = firstChild[node];
                continue;
            }
            while (node != top && next[node] == NONE) {
                node = parent[node];
            }
            if (node == top) {
                return;
            }
            node = next[node];
        }
    }
}
