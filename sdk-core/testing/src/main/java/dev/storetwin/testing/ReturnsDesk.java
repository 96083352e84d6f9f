package dev.storetwin.testing;

import dev.storetwin.core.random.Draw;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.RefundLine;
import dev.storetwin.event.ReturnStage;
import dev.storetwin.event.ReturnUpdated;
import dev.storetwin.event.StockKind;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ReturnId;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Where goods come back: asked for, received, put back on the shelf or written off, paid back. */
final class ReturnsDesk {

    private static final double DAMAGED = .15;
    private static final List<String> REASONS = List.of("too small", "not as shown", "defect", "arrived late", "other");

    private final Agenda agenda;
    private final ShopLog log;
    private final Shelves shelves;
    private final ToDoubleFunction<Sku> rate;
    private final Function<String, Draw> fates;

    /**
     * @param rate share of the units of a SKU that come back
     * @param fates chance by return
     */
    ReturnsDesk(Agenda agenda, ShopLog log, Shelves shelves, ToDoubleFunction<Sku> rate, Function<String, Draw> fates) {
        this.agenda = agenda;
        this.log = log;
        this.shelves = shelves;
        this.rate = rate;
        this.fates = fates;
    }

    /** The shopper holds the goods and may send some back. */
    void arrived(Sale parcel, NodeId node) {
        var id = ReturnId.of(parcel.order() + "-" + node);
        var fate = fates.apply(id.value());
        var back = parcel.lines().stream()
                .filter(it -> fate.nextBoolean(rate.applyAsDouble(it.sku())))
                .toList();
        if (back.isEmpty()) {
            return;
        }
        var parcelBack = new Return(id, parcel, node, back, REASONS.get(fate.nextInt(REASONS.size())));
        after(1 + fate.nextInt(9), fate, () -> {
            parcelBack.update(ReturnStage.REQUESTED);
            after(3 + fate.nextInt(5), fate, () -> parcelBack.received(fate));
        });
    }

    private void after(int days, Draw fate, Runnable task) {
        agenda.at(agenda.now().plus(Duration.ofDays(days)).plusSeconds(fate.nextInt(20_000)), task);
    }

    /** One parcel that comes back. */
    private final class Return {
        private final ReturnId id;
        private final Sale parcel;
        private final NodeId node;
        private final List<Sale.Line> lines;
        private final String reason;

        Return(ReturnId id, Sale parcel, NodeId node, List<Sale.Line> lines, String reason) {
            this.id = id;
            this.parcel = parcel;
            this.node = node;
            this.lines = lines;
            this.reason = reason;
        }

        private List<LineQuantity> quantities() {
            return lines.stream().map(Sale.Line::quantity).toList();
        }

        void update(ReturnStage stage) {
            var header = log.header(EntityKind.RETURN, id.value());
            log.write(new ReturnUpdated(header, parcel.order(), id, stage, quantities(), reason));
        }

        void received(Draw fate) {
            update(ReturnStage.RECEIVED);
            var header = log.header(EntityKind.RETURN, id + ":items");
            log.write(new ItemsReturned(header, parcel.order(), quantities(), reason));
            boolean damaged = fate.nextBoolean(DAMAGED);
            agenda.at(agenda.now().plus(Duration.ofHours(1)), () -> shelve(damaged));
            after(1, fate, this::refund);
        }

        private void shelve(boolean damaged) {
            if (!damaged) {
                lines.forEach(it -> shelves.putBack(it.sku(), node, it.units()));
            }
            var header = log.header(EntityKind.RESTOCK, id.value());
            var kind = damaged ? StockKind.DAMAGED : StockKind.SELLABLE;
            log.write(new ItemsRestocked(header, parcel.order(), node, kind, quantities()));
        }

        private void refund() {
            var header = log.header(EntityKind.REFUND, id.value());
            var refunds = lines.stream()
                    .map(it -> new RefundLine(it.id(), it.sku(), Quantity.of(it.units()), Till.withTax(it.total())))
                    .toList();
            var amount = Till.withTax(
                    lines.stream().map(Sale.Line::total).reduce(Money::plus).orElseThrow());
            var shipping = Till.withTax(Money.zero(lines.get(0).unitPrice().currency()));
            log.write(new OrderRefunded(header, parcel.order(), amount, refunds, shipping, reason));
            update(ReturnStage.CLOSED);
        }
    }
}
