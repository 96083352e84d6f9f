package dev.storetwin.testing;

import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies where, what of it is promised, and what is on its way, in units. The shop's own books. */
final class Shelves {

    private record Place(Sku sku, NodeId node) {}

    private static final class Level {
        private long onHand;
        private long reserved;
        private long onOrder;

        private long free() {
            return onHand - reserved;
        }
    }

    private final ShopLog log;
    private final Map<Place, Level> levels = new HashMap<>();

    Shelves(ShopLog log) {
        this.log = log;
    }

    private Level level(Sku sku, NodeId node) {
        return levels.computeIfAbsent(new Place(sku, node), place -> new Level());
    }

    long onHand(Sku sku, NodeId node) {
        return level(sku, node).onHand;
    }

    long free(Sku sku, NodeId node) {
        return level(sku, node).free();
    }

    long onOrder(Sku sku, NodeId node) {
        return level(sku, node).onOrder;
    }

    /** The first node that has all the units; else the one that has most of them; empty when all are out of stock. */
    Optional<NodeId> nodeFor(Sku sku, long units, List<NodeId> preferred) {
        Optional<NodeId> fullest = Optional.empty();
        long most = 0;
        for (var node : preferred) {
            long free = free(sku, node);
            if (free >= units) {
                return Optional.of(node);
            }
            if (free > most) {
                most = free;
                fullest = Optional.of(node);
            }
        }
        return fullest;
    }

    void reserve(Sku sku, NodeId node, long units) {
        level(sku, node).reserved += units;
    }

    void release(Sku sku, NodeId node, long units) {
        level(sku, node).reserved -= units;
    }

    /** Reserved units leave. */
    void ship(Sku sku, NodeId node, long units) {
        release(sku, node, units);
        level(sku, node).onHand -= units;
    }

    void putBack(Sku sku, NodeId node, long units) {
        level(sku, node).onHand += units;
    }

    void expect(Sku sku, NodeId node, long units) {
        level(sku, node).onOrder += units;
    }

    void receive(Sku sku, NodeId node, long units) {
        level(sku, node).onOrder -= units;
        level(sku, node).onHand += units;
    }

    /** Says how much there is, without changing it. */
    void count(Sku sku, NodeId node) {
        var header = log.header(EntityKind.STOCK, "count:" + sku + "@" + node + "@" + log.now());
        var units = Quantity.of(onHand(sku, node));
        log.write(new StockCounted(header, sku, node, StockKind.SELLABLE, CountBasis.ON_HAND, units));
    }

    /** Units turn up or are gone. */
    void adjust(Sku sku, NodeId node, long delta, String reason) {
        level(sku, node).onHand += delta;
        var header = log.header(EntityKind.STOCK, "adjust:" + sku + "@" + node + "@" + log.now());
        log.write(new StockAdjusted(header, sku, node, StockKind.SELLABLE, Quantity.of(delta), reason));
    }
}
