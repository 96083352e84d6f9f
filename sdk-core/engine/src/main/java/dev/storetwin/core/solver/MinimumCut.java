package dev.storetwin.core.solver;

import java.util.Arrays;

/**
 * Cuts a network in two where that costs least, the source on one side and the sink on the other.
 *
 * <p>How it works (Dinic 1970): in rounds, as much flow as fits is sent along the shortest ways that still have room, until there is none. What the source
 * can still reach is then its side: of all cheapest cuts the one with the smallest side of the source. Capacities are whole numbers, so the answer is
 * exact and the same everywhere.
 */
public final class MinimumCut {

    /** More than all finite capacities together may come to. */
    public static final long UNBREAKABLE = Long.MAX_VALUE / 4;

    private static final int FIRST = 16;

    private final int nodes;
    private final int[] head;
    private int[] next = new int[FIRST];
    private int[] to = new int[FIRST];
    private long[] room = new long[FIRST];
    private int edges;
    private int[] level = new int[0];
    private int[] at = new int[0];

    /** A network without edges. */
    public MinimumCut(int nodes) {
        this.nodes = nodes;
        this.head = new int[nodes];
        Arrays.fill(head, -1);
    }

    /** Adds an edge, which costs its capacity when it is cut. */
    public void add(int from, int end, long capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("An edge of %d: a capacity is not below zero.".formatted(capacity));
        }
        half(from, end, capacity);
        half(end, from, 0);
    }

    private void half(int from, int end, long capacity) {
        if (edges == to.length) {
            next = Arrays.copyOf(next, 2 * edges);
            to = Arrays.copyOf(to, 2 * edges);
            room = Arrays.copyOf(room, 2 * edges);
        }
        next[edges] = head[from];
        to[edges] = end;
        room[edges] = capacity;
        head[from] = edges++;
    }

    /** Which nodes are on the side of the source. Once: the capacities are used up. */
    public boolean[] sideOf(int source, int sink) {
        level = new int[nodes];
        at = new int[nodes];
        while (reaches(source, sink)) {
            System.arraycopy(head, 0, at, 0, nodes);
            fill(source, sink);
        }
        var side = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            side[node] = level[node] >= 0;
        }
        return side;
    }

    private boolean reaches(int source, int sink) {
        Arrays.fill(level, -1);
        level[source] = 0;
        var queue = new int[nodes];
        int last = 1;
        queue[0] = source;
        for (int first = 0; first < last; first++) {
            int node = queue[first];
            for (int edge = head[node]; edge >= 0; edge = next[edge]) {
                if (room[edge] > 0 && level[to[edge]] < 0) {
                    level[to[edge]] = level[node] + 1;
                    queue[last++] = to[edge];
                }
            }
        }
        return level[sink] >= 0;
    }

    /** Sends flow along shortest ways, one after the other, until each has an edge without room. */
    private void fill(int source, int sink) {
        var way = new int[nodes];
        int length = 0;
        int node = source;
        while (true) {
            if (node == sink) {
                send(way, length);
                length = 0;
                node = source;
            } else if (onward(node)) {
                way[length++] = at[node];
                node = to[at[node]];
            } else if (length == 0) {
                return;
            } else {
                level[node] = -1;
                length--;
                node = to[way[length] ^ 1];
                at[node] = next[at[node]];
            }
        }
    }

    private boolean onward(int node) {
        while (at[node] >= 0 && !(room[at[node]] > 0 && level[to[at[node]]] == level[node] + 1)) {
            at[node] = next[at[node]];
        }
        return at[node] >= 0;
    }

    private void send(int[] way, int length) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < length; i++) {
            least = Math.min(least, room[way[i]]);
        }
        for (int i = 0; i < length; i++) {
            room[way[i]] -= least;
            room[way[i] ^ 1] += least;
        }
    }
}
