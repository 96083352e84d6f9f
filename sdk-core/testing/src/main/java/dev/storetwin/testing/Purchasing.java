package dev.storetwin.testing;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.PurchaseLine;
import dev.storetwin.event.PurchaseOrderCancelled;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.StockKind;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shop's orders to its suppliers and what arrives of them. */
final class Purchasing {

    /** An order to one supplier for one node. */
    record Purchase(
            PurchaseOrderId id, Optional<SupplierId> supplier, NodeId node, Instant promised, List<Line> lines) {

        Purchase {
            lines = List.copyOf(lines);
        }

        /** So many units of one SKU. */
        record Line(Sku sku, long units, Optional<Money> unitCost) {

            SkuQuantity quantity() {
                return new SkuQuantity(sku, Quantity.of(units));
            }

            Line part(double share) {
                return new Line(sku, (long) (units * share), unitCost);
            }

            Line less(Line part) {
                return new Line(sku, units - part.units, unitCost);
            }
        }
    }

    /** How suppliers keep their promises. */
    interface Manners {

        /** The moment at which the goods really come. */
        Instant arrival(Purchase purchase, Instant ordered);

        Fullness fullness(Purchase purchase);

        /** To the minute and complete. */
        Manners PUNCTUAL = new Manners() {
            @Override
            public Instant arrival(Purchase purchase, Instant ordered) {
                return purchase.promised();
            }

            @Override
            public Fullness fullness(Purchase purchase) {
                return Fullness.COMPLETE;
            }
        };
    }

    /** How much of an order comes. */
    enum Fullness {
        COMPLETE,
        /** A part comes first, the rest later. */
        IN_TWO_PARTS,
        /** A part comes, and the rest never does. */
        SHORT
    }

    private static final double FIRST_PART = .6;
    private static final Duration UNTIL_THE_REST = Duration.ofDays(6);

    private final Agenda agenda;
    private final ShopLog log;
    private final Shelves shelves;
    private final Manners manners;

    Purchasing(Agenda agenda, ShopLog log, Shelves shelves, Manners manners) {
        this.agenda = agenda;
        this.log = log;
        this.shelves = shelves;
        this.manners = manners;
    }

    void place(Purchase purchase) {
        purchase.lines().forEach(it -> shelves.expect(it.sku(), purchase.node(), it.units()));
        log.write(new PurchaseOrderPlaced(
                log.header(EntityKind.PURCHASE_ORDER, purchase.id().value()),
                purchase.id(),
                purchase.supplier(),
                purchase.node(),
                purchase.lines().stream()
                        .map(it -> new PurchaseLine(it.sku(), Quantity.of(it.units()), it.unitCost()))
                        .toList(),
                Optional.of(purchase.promised())));
        agenda.at(manners.arrival(purchase, agenda.now()), () -> arrive(purchase));
    }

    private void arrive(Purchase purchase) {
        var fullness = manners.fullness(purchase);
        if (fullness == Fullness.COMPLETE) {
            receive(purchase, purchase.lines(), 1);
            return;
        }
        var first = purchase.lines().stream().map(it -> it.part(FIRST_PART)).toList();
        receive(purchase, first, 1);
        var rest = purchase.lines().stream()
                .map(it -> it.less(it.part(FIRST_PART)))
                .toList();
        var later = agenda.now().plus(UNTIL_THE_REST);
        agenda.at(later, () -> {
            if (fullness == Fullness.IN_TWO_PARTS) {
                receive(purchase, rest, 2);
            } else {
                giveUp(purchase, rest);
            }
        });
    }

    private void receive(Purchase purchase, List<Purchase.Line> lines, int part) {
        var there = lines.stream().filter(it -> it.units() > 0).toList();
        if (there.isEmpty()) {
            return;
        }
        there.forEach(it -> shelves.receive(it.sku(), purchase.node(), it.units()));
        log.write(new GoodsReceived(
                log.header(EntityKind.RECEIPT, purchase.id() + ":" + part),
                Optional.of(purchase.id()),
                purchase.node(),
                StockKind.SELLABLE,
                there.stream().map(Purchase.Line::quantity).toList()));
    }

    private void giveUp(Purchase purchase, List<Purchase.Line> rest) {
        rest.forEach(it -> shelves.expect(it.sku(), purchase.node(), -it.units()));
        var header = log.header(EntityKind.PURCHASE_ORDER, purchase.id().value());
        log.write(new PurchaseOrderCancelled(header, purchase.id(), "supplier is out of stock"));
    }
}
