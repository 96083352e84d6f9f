package dev.storetwin.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which series add up to which: bottom series, groups of them by one or more keys, and the total of all. Immutable.
 *
 * <p>Each level is a key that a series has, such as its category, its channel or both crossed; levels need not lie within each
 * other. A row with fewer keys than there are levels is in no group of the levels it does not name, so branches may be of unequal
 * depth. Nodes are numbered: the total, the groups level by level in the order in which the rows first name them, then the series.
 */
public final class Hierarchy {

    public static final String TOTAL = "total";
    public static final String SERIES = "series";

    private final List<String> levels;
    private final List<Node> nodes;
    private final Map<String, Integer> positions;
    private final int[][] groups;

    private Hierarchy(List<String> levels, List<Node> nodes, Map<String, Integer> positions, int[][] groups) {
        this.levels = List.copyOf(levels);
        this.nodes = List.copyOf(nodes);
        this.positions = positions;
        this.groups = groups;
    }

    /**
     * One sum.
     *
     * @param level name of its level: {@link #TOTAL}, a key's name, or {@link #SERIES}
     * @param key   the key that its series share; for a series its name
     */
    public record Node(String level, String key) {}

    /** A hierarchy of these levels, from the top down, to which rows are yet to be added; no level leaves series and total. */
    public static Builder builder(String... levels) {
        return new Builder(List.of(levels));
    }

    /** Names of all levels from the top down, the total first and the series last. */
    public List<String> levels() {
        return levels;
    }

    /** All sums and series by their number. */
    public List<Node> nodes() {
        return nodes;
    }

    /** Number of bottom series. */
    public int seriesCount() {
        return positions.size();
    }

    /** Number of nodes that are sums; the series follow them. */
    public int sumCount() {
        return nodes.size() - positions.size();
    }

    /** Names of the bottom series in their order. */
    public List<String> series() {
        return nodes.subList(sumCount(), nodes.size()).stream().map(Node::key).toList();
    }

    /** Position of a series among the bottom series, counted from 0. */
    public int positionOf(String series) {
        var position = positions.get(series);
        if (position == null) {
            throw new IllegalArgumentException("""
                    Series %s is not in the hierarchy of %d series.
                    Maybe its row is missing in the hierarchy's file.""".formatted(series, seriesCount()));
        }
        return position;
    }

    /**
     * The nodes of one level that the series belong to, by position of the series; -1 for a series in no group of it.
     *
     * @param level from 0, the total, to the last, the series themselves
     */
    public int[] nodesOf(int level) {
        return groups[level].clone();
    }

    /**
     * Adds bottom values up.
     *
     * @param bottom one value per series
     * @return one value per node
     */
    public double[] sums(double... bottom) {
        if (bottom.length != seriesCount()) {
            throw new IllegalArgumentException(
                    "%d values are not one for each of %d series.".formatted(bottom.length, seriesCount()));
        }
        var sums = new double[nodes.size()];
        for (var groupOf : groups) {
            for (int i = 0; i < bottom.length; i++) {
                if (groupOf[i] >= 0) {
                    sums[groupOf[i]] += bottom[i];
                }
            }
        }
        return sums;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hierarchy that
                && levels.equals(that.levels)
                && nodes.equals(that.nodes)
                && Arrays.deepEquals(groups, that.groups);
    }

    @Override
    public int hashCode() {
        return Objects.hash(levels, nodes, Arrays.deepHashCode(groups));
    }

    @Override
    public String toString() {
        return "%d series under %d sums in %d levels".formatted(seriesCount(), sumCount(), levels.size());
    }

    /** Takes rows of keys and checks them. */
    public static final class Builder {

        private final List<String> levels;
        private final Map<String, List<String>> rows = new LinkedHashMap<>();

        private Builder(List<String> levels) {
            this.levels = levels;
            var all = new ArrayList<>(levels);
            all.add(TOTAL);
            all.add(SERIES);
            if (all.stream().distinct().count() < all.size() || all.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(
                        "Levels %s must have different names, none blank, other than %s and %s."
                                .formatted(levels, TOTAL, SERIES));
            }
        }

        /** A series with its key in each level, in the order of the levels; the last keys may be left out. */
        public Builder add(String series, String... keys) {
            return add(series, List.of(keys));
        }

        /** A series with its key in each level, in the order of the levels; the last keys may be left out. */
        public Builder add(String series, List<String> keys) {
            if (series.isBlank()) {
                throw new IllegalArgumentException("A series of a hierarchy needs a name.");
            }
            if (keys.size() > levels.size()) {
                throw new IllegalArgumentException(
                        "Series %s has %d keys for %d levels.".formatted(series, keys.size(), levels.size()));
            }
            for (int level = 0; level < keys.size(); level++) {
                if (keys.get(level).isBlank()) {
                    throw new IllegalArgumentException("""
                            Series %s has an empty key in level %s.
                            Maybe a name such as "other" is meant; only the last keys of a row may be left out.""".formatted(series, levels.get(level)));
                }
            }
            if (rows.putIfAbsent(series, List.copyOf(keys)) != null) {
                throw new IllegalArgumentException("""
                        Series %s is in the hierarchy twice.
                        Maybe it is in several groups of one level; a level puts each series in one.""".formatted(series));
            }
            return this;
        }

        public Hierarchy build() {
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("A hierarchy needs at least one series.");
            }
            var nodes = new ArrayList<>(List.of(new Node(TOTAL, TOTAL)));
            var groups = new int[levels.size() + 2][rows.size()];
            for (int level = 0; level < levels.size(); level++) {
                number(level, nodes, groups[level + 1]);
            }
            var positions = new LinkedHashMap<String, Integer>();
            for (var series : rows.keySet()) {
                groups[levels.size() + 1][positions.size()] = nodes.size();
                positions.put(series, positions.size());
                nodes.add(new Node(SERIES, series));
            }
            var names = new ArrayList<>(List.of(TOTAL));
            names.addAll(levels);
            names.add(SERIES);
            return new Hierarchy(names, nodes, positions, groups);
        }

        private void number(int level, List<Node> nodes, int[] groupOf) {
            var numbers = new LinkedHashMap<String, Integer>();
            int series = 0;
            for (var keys : rows.values()) {
                groupOf[series++] = level >= keys.size()
                        ? -1
                        : numbers.computeIfAbsent(keys.get(level), key -> {
                            nodes.add(new Node(levels.get(level), key));
                            return nodes.size() - 1;
                        });
            }
        }
    }
}
