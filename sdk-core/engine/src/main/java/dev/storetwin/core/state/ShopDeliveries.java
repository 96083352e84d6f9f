package dev.storetwin.core.state;

import dev.storetwin.state.DeliveryCount;
import dev.storetwin.state.DeliveryView;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.NodeId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;

/** How promises were kept, read from what orders promise and shipments keep. */
final class ShopDeliveries implements DeliveryView {

    private final Reading reading;

    ShopDeliveries(Reading reading) {
        this.reading = reading;
    }

    @Override
    public List<CarrierId> carriers() {
        return reading.carriers().sorted().toList();
    }

    @Override
    public List<DeliveryCount> of(NodeId node, LocalDate from, LocalDate until) {
        return counts(day -> DueOn.of(node, day), from, until);
    }

    @Override
    public List<DeliveryCount> of(CarrierId carrier, LocalDate from, LocalDate until) {
        return counts(day -> DueOn.of(carrier, day), from, until);
    }

    @Override
    public List<DeliveryCount> ofShop(LocalDate from, LocalDate until) {
        return counts(DueOn::shop, from, until);
    }

    private List<DeliveryCount> counts(LongFunction<DueOn> key, LocalDate from, LocalDate until) {
        return from.datesUntil(until.isBefore(from) ? from : until)
                .map(day -> reading.read(LedgerEntry.Due.class, key.apply(day.toEpochDay()))
                        .map(this::count)
                        .reduce(DeliveryCount.NONE, DeliveryCount::plus))
                .toList();
    }

    private DeliveryCount count(LedgerEntry.Due due) {
        boolean inTime = due.shipment().stream()
                .flatMap(it -> reading.read(LedgerEntry.HandedOver.class, it))
                .anyMatch(it -> !it.at().isAfter(due.latest()));
        return new DeliveryCount(1, inTime ? 1 : 0);
    }
}
