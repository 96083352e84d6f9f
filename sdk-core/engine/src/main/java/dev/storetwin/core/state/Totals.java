package dev.storetwin.core.state;

import dev.storetwin.event.EntityKind;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What would otherwise need a walk over the whole shop, kept as counts that can be added to and taken back.
 *
 * @param orders    orders of which any fact stands
 * @param begun     how many of these have their first fact on a day
 * @param latest    when the newest event happened that lies in a document, in nanoseconds since 1970
 * @param lastAct   when the newest act of the twin or its operators happened, likewise
 * @param firstDays how many sales accounts begin on a day, counted since 1970
 * @param lastDays  how many sales accounts end on a day
 * @param channels  how many SKUs were sold in a channel
 * @param nodes     how many SKUs have an account at a node
 * @param catalog   the list of SKUs, as long as no SKU came or went
 */
record Totals(
        long orders,
        PSortedMap<Long, Integer> begun,
        long latest,
        long lastAct,
        PSortedMap<Long, Integer> firstDays,
        PSortedMap<Long, Integer> lastDays,
        PMap<Channel, Integer> channels,
        PMap<NodeId, Integer> nodes,
        Once<List<Sku>> catalog) {

    /** What acts are about, and nothing else is. */
    private static final Set<EntityKind> ACTED_ON = Set.of(EntityKind.DECISION, EntityKind.EXPERIMENT, EntityKind.TWIN);

    /** Of an empty shop. Each has a list of SKUs of its own, since what is computed once is kept in it. */
    static Totals none() {
        return new Totals(
                0,
                TreePMap.empty(),
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                TreePMap.empty(),
                TreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                new Once<>());
    }

    /** Orders of which the first fact happened up to a day. */
    long ordersUntil(long day) {
        return begun.headMap(day + 1).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** Collects what one slice changes. */
    static final class Changes {

        private long orders;
        private final Counts<Long> begun = new Counts<>();
        private long latest = Long.MIN_VALUE;
        private long lastAct = Long.MIN_VALUE;
        private final Counts<Long> firstDays = new Counts<>();
        private final Counts<Long> lastDays = new Counts<>();
        private final Counts<Channel> channels = new Counts<>();
        private final Counts<NodeId> nodes = new Counts<>();
        private boolean catalog;

        /** An order whose first fact happened on a day came (1) or went (-1). */
        void order(long day, int sign) {
            orders += sign;
            begun.add(day, sign);
        }

        /** Something happened to a thing of this kind at a moment. */
        void heard(EntityKind kind, Instant moment) {
            long nanos = EpochNanos.nanos(moment);
            latest = Math.max(latest, nanos);
            if (ACTED_ON.contains(kind)) {
                lastAct = Math.max(lastAct, nanos);
            }
        }

        /** The names of things on sale may have changed. */
        void catalog() {
            catalog = true;
        }

        void replaced(SkuBook before, SkuBook after) {
            if (before.sales() != after.sales()) {
                before.sales()
                        .forEach((channel, account) ->
                                count(channel, account, after.sales().get(channel), -1));
                after.sales()
                        .forEach((channel, account) ->
                                count(channel, account, before.sales().get(channel), 1));
            }
            if (before.stock() != after.stock()) {
                count(before.stock(), after.stock(), -1);
                count(after.stock(), before.stock(), 1);
            }
            catalog |= before.isTraded() != after.isTraded();
        }

        private void count(Channel channel, DailyAccount account, @Nullable DailyAccount other, int sign) {
            if (other == null) {
                channels.add(channel, sign);
            }
            if (other == null || !account.beginsLike(other)) {
                firstDays.add(account.firstDay(), sign);
            }
            if (other == null || !account.endsLike(other)) {
                lastDays.add(account.lastDay(), sign);
            }
        }

        private void count(Shelf<NodeId, StockAccount> shelf, Shelf<NodeId, StockAccount> other, int sign) {
            shelf.forEach((node, account) -> {
                if (other.get(node) == null) {
                    nodes.add(node, sign);
                }
            });
        }

        void add(Changes other) {
            orders += other.orders;
            begun.add(other.begun);
            latest = Math.max(latest, other.latest);
            lastAct = Math.max(lastAct, other.lastAct);
            firstDays.add(other.firstDays);
            lastDays.add(other.lastDays);
            channels.add(other.channels);
            nodes.add(other.nodes);
            catalog |= other.catalog;
        }

        Totals addedTo(Totals before) {
            return new Totals(
                    before.orders + orders,
                    Counts.sorted(before.begun, begun),
                    Math.max(before.latest, latest),
                    Math.max(before.lastAct, lastAct),
                    Counts.sorted(before.firstDays, firstDays),
                    Counts.sorted(before.lastDays, lastDays),
                    Counts.hashed(before.channels, channels),
                    Counts.hashed(before.nodes, nodes),
                    catalog ? new Once<>() : before.catalog);
        }
    }

    /** How much more or less there is of each key; nothing is kept of a key of which there is neither. Most stay empty and cost nothing. */
    private static final class Counts<K> {

        private Map<K, Integer> counts = Map.of();

        void add(K key, int more) {
            if (counts.isEmpty()) {
                counts = new HashMap<>();
            }
            counts.merge(key, more, (a, b) -> a + b == 0 ? null : a + b);
        }

        void add(Counts<K> other) {
            other.counts.forEach(this::add);
        }

        static <K extends Comparable<K>> PSortedMap<K, Integer> sorted(PSortedMap<K, Integer> before, Counts<K> more) {
            var sums = before;
            for (var entry : more.counts.entrySet()) {
                int sum = sums.getOrDefault(entry.getKey(), 0) + entry.getValue();
                sums = sum == 0 ? sums.minus(entry.getKey()) : sums.plus(entry.getKey(), sum);
            }
            return sums;
        }

        static <K> PMap<K, Integer> hashed(PMap<K, Integer> before, Counts<K> more) {
            var sums = before;
            for (var entry : more.counts.entrySet()) {
                int sum = sums.getOrDefault(entry.getKey(), 0) + entry.getValue();
                sums = sum == 0 ? sums.minus(entry.getKey()) : sums.plus(entry.getKey(), sum);
            }
            return sums;
        }
    }
}
