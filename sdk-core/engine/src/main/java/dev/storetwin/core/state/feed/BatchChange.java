package dev.storetwin.core.state.feed;

import dev.storetwin.core.state.quality.EventParts;
import dev.storetwin.core.state.quality.PartReader;
import dev.storetwin.event.CatalogEvent;
import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.IdentityEvent;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.OrderEvent;
import dev.storetwin.event.PaymentRecorded;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.ProductUpserted;
import dev.storetwin.event.PromotionEnded;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.PurchaseOrderCancelled;
import dev.storetwin.event.ShipmentCancelled;
import dev.storetwin.event.ShipmentEvent;
import dev.storetwin.event.ShopperEvent;
import dev.storetwin.event.StockEvent;
import dev.storetwin.event.SupplyEvent;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.event.WarehouseEvent;
import dev.storetwin.state.Part;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What the accepted events of one batch have changed, by what they name. It says rather too much than too little. */
public final class BatchChange implements PartReader {

    private final Set<Part> parts = EnumSet.noneOf(Part.class);
    private final Set<Sku> skus = new HashSet<>();
    private final Set<Channel> channels = new HashSet<>();
    private final Set<NodeId> nodes = new HashSet<>();
    private final Set<OrderId> orders = new HashSet<>();
    private boolean isVague;

    private BatchChange() {}

    /**
     * The change to a state.
     *
     * @param accepted the events that brought it about; without those that were known, stale or refused
     */
    public static StateChange to(TwinState next, Iterable<? extends TwinEvent> accepted) {
        var change = new BatchChange();
        accepted.forEach(change::add);
        return new StateChange(
                change.parts, change.skus, change.channels, change.nodes, change.orders, change.isVague, 0, next);
    }

    private void add(TwinEvent event) {
        EventParts.tell(event, this);
        define(event);
        touch(event);
        isVague |= namesTooLittle(event);
        var document = event.document();
        if (document.kind() == EntityKind.ORDER) {
            orders.add(OrderId.of(document.id()));
        }
    }

    private void define(TwinEvent event) {
        if (event instanceof VariantUpserted variant) {
            skus.add(variant.sku());
            skus.addAll(variant.aliases());
        } else if (event instanceof VariantRemoved removed) {
            skus.add(removed.sku());
        } else if (event instanceof ChannelDefined defined) {
            channels.add(defined.channel());
        } else if (event instanceof NodeChanged node) {
            nodes.add(node.node());
        }
    }

    private void touch(TwinEvent event) {
        if (event instanceof ShopperEvent) {
            touch(Part.DEMAND);
        } else if (event instanceof StockEvent) {
            touch(Part.STOCK);
        } else if (event instanceof CatalogEvent) {
            touch(
                    event instanceof PriceChanged
                            ? Part.PRICE
                            : event instanceof ChannelDefined ? Part.NETWORK : Part.CATALOG);
        } else if (event instanceof PaymentRecorded) {
            touch(Part.ORDERS);
        } else if (event instanceof OrderEvent) {
            touch(Part.ORDERS, Part.DEMAND, Part.STOCK, Part.CUSTOMERS);
        } else if (event instanceof ShipmentEvent) {
            touch(Part.ORDERS, Part.STOCK, Part.NETWORK);
        } else if (event instanceof SupplyEvent) {
            touch(Part.STOCK, Part.CATALOG);
        } else if (event instanceof WarehouseEvent) {
            touch(Part.NETWORK);
        } else if (event instanceof IdentityEvent) {
            touch(Part.CUSTOMERS);
        } else if (event instanceof TwinAct) {
            touch(Part.COMMITMENTS);
        } else {
            touch(Part.values());
        }
    }

    private void touch(Part... changed) {
        parts.addAll(Arrays.asList(changed));
    }

    /** Whether it changes keys that only its document knows. */
    private static boolean namesTooLittle(TwinEvent event) {
        return event instanceof EventRetracted
                || event instanceof OrderEdited
                || (event instanceof OrderCancelled cancelled && cancelled.isWhole())
                || event instanceof ShipmentCancelled
                || event instanceof PurchaseOrderCancelled
                || event instanceof ProductUpserted
                || event instanceof ProductRemoved
                || event instanceof PromotionEnded
                || (event instanceof PromotionScheduled promotion
                        && promotion.skus().isEmpty());
    }

    @Override
    public void sku(Sku sku) {
        skus.add(sku);
    }

    @Override
    public void node(NodeId node) {
        nodes.add(node);
    }

    @Override
    public void channel(Channel channel) {
        channels.add(channel);
    }
}
