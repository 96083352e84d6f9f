package dev.storetwin.core.state.quality;

import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.PurchaseLine;
import dev.storetwin.event.PurchaseOrderCancelled;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockEvent;
import dev.storetwin.event.StockReclassified;
import dev.storetwin.event.StockReserved;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.SupplyEvent;
import dev.storetwin.event.TransferDispatched;
import dev.storetwin.event.TransferReceived;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.List;

/** What events of stock and supply hold. */
final class StockParts {

    private StockParts() {}

    static void tell(StockEvent event, PartReader to) {
        if (event instanceof StockCounted counted) {
            at(counted.sku(), counted.node(), to);
            to.level("count", counted.quantity());
        } else if (event instanceof StockAdjusted adjusted) {
            at(adjusted.sku(), adjusted.node(), to);
            to.level("difference", adjusted.delta());
            to.text("reason", adjusted.reason());
        } else if (event instanceof StockReclassified reclassified) {
            at(reclassified.sku(), reclassified.node(), to);
            to.moved("quantity", reclassified.quantity());
        } else if (event instanceof StockReserved reserved) {
            at(reserved.sku(), reserved.node(), to);
            to.moved("reserved quantity", reserved.quantity());
        } else if (event instanceof TransferDispatched dispatched) {
            to.node(dispatched.from());
            to.node(dispatched.to());
            moved(dispatched.lines(), to);
        } else if (event instanceof TransferReceived received) {
            to.node(received.node());
            moved(received.lines(), to);
        }
    }

    static void tell(SupplyEvent event, PartReader to) {
        if (event instanceof PurchaseOrderPlaced placed) {
            to.node(placed.node());
            placed.lines().forEach(it -> bought(it, to));
        } else if (event instanceof PurchaseOrderCancelled cancelled) {
            to.text("reason", cancelled.reason());
        } else if (event instanceof GoodsReceived received) {
            to.node(received.node());
            moved(received.lines(), to);
        } else if (event instanceof SupplierTermsChanged terms) {
            to.sku(terms.sku());
            terms.minimumOrder().ifPresent(it -> to.moved("minimum order", it));
            terms.packSize().ifPresent(it -> to.moved("pack size", it));
        }
    }

    private static void at(Sku sku, NodeId node, PartReader to) {
        to.sku(sku);
        to.node(node);
    }

    private static void moved(List<SkuQuantity> lines, PartReader to) {
        for (var line : lines) {
            to.sku(line.sku());
            to.moved("quantity", line.quantity());
        }
    }

    private static void bought(PurchaseLine line, PartReader to) {
        to.sku(line.sku());
        to.ordered("bought quantity", line.quantity());
        line.unitCost().ifPresent(it -> to.price("unit cost", it));
    }
}
