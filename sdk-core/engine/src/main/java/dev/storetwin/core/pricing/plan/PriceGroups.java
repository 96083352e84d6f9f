package dev.storetwin.core.pricing.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sorts prices into groups: what can move and is tied to each other. A price that stays ties nobody together, but stands in every group that looks at it. */
final class PriceGroups {

    private final List<ItemRungs> rungs;
    private final int[] parent;

    private PriceGroups(List<ItemRungs> rungs) {
        this.rungs = rungs;
        this.parent = new int[rungs.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    /** Groups in order of their first member that can move. */
    static List<PriceGroup> of(List<ItemRungs> rungs, List<Coupling> couplings, PriceTicks ticks) {
        var groups = new PriceGroups(rungs);
        couplings.stream()
                .filter(it -> groups.moves(it.low()) && groups.moves(it.high()))
                .forEach(it -> groups.join(it.low(), it.high()));
        return groups.collected(couplings, ticks);
    }

    private boolean moves(int place) {
        return rungs.get(place).isJoint() || !rungs.get(place).item().isStill();
    }

    private int root(int place) {
        int at = place;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void join(int one, int other) {
        int low = Math.min(root(one), root(other));
        parent[root(one)] = low;
        parent[root(other)] = low;
    }

    private List<PriceGroup> collected(List<Coupling> couplings, PriceTicks ticks) {
        Map<Integer, TreeSet<Integer>> places = new TreeMap<>();
        Map<Integer, List<Coupling>> ties = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            if (moves(i)) {
                places.computeIfAbsent(root(i), it -> new TreeSet<>()).add(i);
            }
        }
        for (var coupling : couplings) {
            int mover = moves(coupling.low()) ? coupling.low() : coupling.high();
            var group = places.get(root(mover));
            if (group != null) {
                group.add(coupling.low());
                group.add(coupling.high());
                ties.computeIfAbsent(root(mover), it -> new ArrayList<>()).add(coupling);
            }
        }
        return places.entrySet().stream()
                .map(it -> new PriceGroup(
                        it.getValue().stream().mapToInt(place -> place).toArray(),
                        rungs,
                        ties.getOrDefault(it.getKey(), List.of()),
                        ticks))
                .toList();
    }
}
