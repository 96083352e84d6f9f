package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.state.CompetitorPrice;
import dev.storetwin.state.Inbound;
import dev.storetwin.type.Capability;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Optional;

/** What a document adds to a key other than its own. A changed document takes its old entries back and adds its new ones. */
sealed interface LedgerEntry {

    /** How much it moves; zero for what is not about units. */
    default Quantity units() {
        return Quantity.ZERO;
    }

    /** What goes into the book of a SKU. Days are counted since 1970. */
    sealed interface OfSku extends LedgerEntry {

        Sku sku();
    }

    /** Units sold on a day; negative never, since a cancellation changes the document. */
    record Sale(Sku sku, Channel channel, long day, Quantity units, long revenue) implements OfSku {}

    /** Units that came back on a day. */
    record Return(Sku sku, Channel channel, long day, Quantity units) implements OfSku {}

    /** The sales of a day changed later. */
    record Amended(Sku sku, Channel channel, Amendment amendment) implements OfSku {}

    /** Shoppers looked at it, put it into carts or went to the checkout with it, so often, in thousandths. */
    record Viewed(Sku sku, Channel channel, long day, long views, long carts, long checkouts) implements OfSku {

        private static final long ONCE = 1_000;

        static Viewed once(Sku sku, Channel channel, long day) {
            return new Viewed(sku, channel, day, ONCE, 0, 0);
        }

        static Viewed intoCart(Sku sku, Channel channel, long day) {
            return new Viewed(sku, channel, day, 0, ONCE, 0);
        }

        static Viewed atCheckout(Sku sku, Channel channel, long day) {
            return new Viewed(sku, channel, day, 0, 0, ONCE);
        }
    }

    /** Something happened to the stock of a SKU at a node. */
    record Stock(Sku sku, NodeId node, StockEntry entry) implements OfSku {

        @Override
        public Quantity units() {
            return entry.quantity();
        }
    }

    /** A document brings so much to a node; nothing any more once it has arrived. Known since the document was made. */
    record Arrival(Sku sku, NodeId node, Entity document, Instant since, Inbound inbound) implements OfSku {

        @Override
        public Quantity units() {
            return inbound.quantity();
        }
    }

    /** A subject ordered, for so many ten-thousandths of the reporting currency. */
    record Purchase(SubjectId subject, OrderId order, Instant at, long revenue) implements LedgerEntry {}

    /**
     * A delivery was promised until a moment.
     *
     * @param node     where it leaves, when that is known
     * @param carrier  who takes it, when that is known
     * @param shipment empty while nothing has left
     * @param day      of the promised moment, since 1970
     */
    record Due(
            OrderId order,
            Optional<ShipmentId> shipment,
            Optional<NodeId> node,
            Optional<CarrierId> carrier,
            long day,
            Instant latest)
            implements LedgerEntry {}

    /** A carrier is to deliver something. */
    record Carrying(CarrierId carrier) implements LedgerEntry {}

    /** A shipment reached the customer, or lies ready for pick-up. */
    record HandedOver(ShipmentId shipment, Instant at) implements LedgerEntry {}

    /** Two tokens are the same person. */
    record Link(SubjectId subject, SubjectId other) implements LedgerEntry {}

    /** A subject allows or forbids a purpose. */
    record Consent(SubjectId subject, String purpose, boolean granted) implements LedgerEntry {}

    /** A platform's name stands for a SKU. */
    record Alias(Sku alias, Sku sku) implements LedgerEntry {}

    /** A subject's order that was cancelled whole. */
    record CalledOff(SubjectId subject, OrderId order) implements LedgerEntry {}

    /** A SKU has a price in a channel. */
    record Priced(Sku sku, Channel channel, PriceEntry entry) implements OfSku {}

    /** Somebody else was seen to ask a price. */
    record Competing(Sku sku, Channel channel, CompetitorPrice seen) implements LedgerEntry {

        /** The key under which it is found. */
        record With(Sku sku, Channel channel) {}
    }

    /** A campaign covers something. */
    record Campaign(PromotionScheduled promotion) implements LedgerEntry {}

    /** A thing of the network is known. */
    record Known(Entity entity) implements LedgerEntry {}

    /** An action was applied. */
    record Applied(Capability capability, Target target, AppliedAction action) implements LedgerEntry {}

    /** An action was tried and reported as failed. Where only the answer was lost, it was carried out all the same. */
    record Tried(Target target, AppliedAction action) implements LedgerEntry {}
}
