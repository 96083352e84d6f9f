package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.state.CompetitorPrice;
import dev.storetwin.state.Inbound;
import dev.storetwin.type.Capability;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
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

    /** From when on it is so, in nanoseconds since 1970; the beginning of time for what is only summed up. */
    default long dated() {
        return SUMMED;
    }

    /** The same without the moment from which it is so, where that is no part of what it says. */
    default LedgerEntry timeless() {
        return this;
    }

    /** The moment of entries that are only summed up. */
    long SUMMED = Long.MIN_VALUE;

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

        @Override
        public long dated() {
            return entry.nanos();
        }
    }

    /**
     * A document brings so much to a node; nothing any more once it has arrived. Known since the document was made.
     *
     * @param arrived when half of it or more was there
     */
    record Arrival(Sku sku, NodeId node, Entity document, Instant since, Inbound inbound, Optional<Instant> arrived)
            implements OfSku {

        @Override
        public Quantity units() {
            return inbound.quantity();
        }

        @Override
        public long dated() {
            return EpochNanos.nanos(since);
        }
    }

    /** A subject ordered, for so many ten-thousandths of the reporting currency. */
    record Purchase(SubjectId subject, OrderId order, Instant at, long revenue) implements LedgerEntry {

        @Override
        public long dated() {
            return EpochNanos.nanos(at);
        }
    }

    /**
     * A delivery was promised until a moment.
     *
     * @param node     where it leaves, when that is known
     * @param carrier  who takes it, when that is known
     * @param shipment empty while nothing has left
     * @param day      of the promised moment, since 1970
     * @param dated    when it was promised, or left
     */
    record Due(
            OrderId order,
            Optional<ShipmentId> shipment,
            Optional<NodeId> node,
            Optional<CarrierId> carrier,
            long day,
            Instant latest,
            long dated)
            implements LedgerEntry {

        @Override
        public Due timeless() {
            return new Due(order, shipment, node, carrier, day, latest, SUMMED);
        }
    }

    /** A carrier is to deliver something. */
    record Carrying(CarrierId carrier) implements LedgerEntry {}

    /** A shipment reached the customer, or lies ready for pick-up. */
    record HandedOver(ShipmentId shipment, Instant at) implements LedgerEntry {

        @Override
        public long dated() {
            return EpochNanos.nanos(at);
        }
    }

    /** Two tokens are the same person. */
    record Link(SubjectId subject, SubjectId other, long dated) implements LedgerEntry {

        @Override
        public Link timeless() {
            return new Link(subject, other, SUMMED);
        }
    }

    /** A subject allows or forbids a purpose. */
    record Consent(SubjectId subject, String purpose, boolean granted, long dated) implements LedgerEntry {

        @Override
        public Consent timeless() {
            return new Consent(subject, purpose, granted, SUMMED);
        }
    }

    /** A platform's name stands for a SKU. */
    record Alias(Sku alias, Sku sku, long dated) implements LedgerEntry {

        @Override
        public Alias timeless() {
            return new Alias(alias, sku, SUMMED);
        }
    }

    /** A subject's order that was cancelled whole. */
    record CalledOff(SubjectId subject, OrderId order, long dated) implements LedgerEntry {

        @Override
        public CalledOff timeless() {
            return new CalledOff(subject, order, SUMMED);
        }
    }

    /** A SKU has a price in a channel. */
    record Priced(Sku sku, Channel channel, PriceEntry entry) implements OfSku {

        @Override
        public long dated() {
            return entry.nanos();
        }
    }

    /** Somebody else was seen to ask a price. */
    record Competing(Sku sku, Channel channel, CompetitorPrice seen) implements LedgerEntry {

        @Override
        public long dated() {
            return EpochNanos.nanos(seen.at());
        }

        /** The key under which it is found. */
        record With(Sku sku, Channel channel) {}
    }

    /** A campaign covers something. */
    record Campaign(PromotionScheduled promotion) implements LedgerEntry {

        @Override
        public long dated() {
            return EpochNanos.nanos(promotion.header().occurredAt());
        }
    }

    /** A thing of the network is known, or the acting on a decision is open. */
    record Known(Entity entity, long dated) implements LedgerEntry {

        @Override
        public Known timeless() {
            return new Known(entity, SUMMED);
        }
    }

    /** An action was applied. */
    record Applied(Capability capability, Target target, AppliedAction action) implements LedgerEntry {

        @Override
        public long dated() {
            return EpochNanos.nanos(action.at());
        }
    }

    /** An action was tried and reported as failed, or was changed back. Where only the answer was lost, it was carried out all the same. */
    record Tried(Target target, AppliedAction action) implements LedgerEntry {

        @Override
        public long dated() {
            return EpochNanos.nanos(action.at());
        }
    }

    /** An action was begun that is expected to cost so much against the best, to learn. */
    record Regretted(Capability capability, Target target, Instant at, Money amount) implements LedgerEntry {

        @Override
        public long dated() {
            return EpochNanos.nanos(at);
        }
    }

    /**
     * What was so for some time, as far as it cannot be told from what its document adds now: read as of a moment of that time, the entry is
     * there so many times more, or less.
     *
     * @param from  the first moment, in nanoseconds since 1970
     * @param until the first moment after
     * @param times never zero
     */
    record Past(LedgerEntry entry, long from, long until, int times) implements LedgerEntry {

        boolean covers(long moment) {
            return from <= moment && moment < until;
        }
    }

    /** The same of what goes into the book of a SKU. */
    record PastOfSku(OfSku entry, long from, long until, int times) implements OfSku {

        @Override
        public Sku sku() {
            return entry.sku();
        }

        boolean covers(long moment) {
            return from <= moment && moment < until;
        }
    }

    /**
     * What lies at a node now lay at none for some time: read as of a moment of that time, the entry is there so many times more at its node,
     * and so many times less where no node is chosen. It says in one what would otherwise be two past entries, of nearly every order line.
     */
    record PastUnassigned(Stock entry, long from, long until, int times) implements OfSku {

        @Override
        public Sku sku() {
            return entry.sku();
        }
    }
}
