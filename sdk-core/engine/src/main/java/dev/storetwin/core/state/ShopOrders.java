package dev.storetwin.core.state;

import dev.storetwin.event.EntityKind;
import dev.storetwin.state.OrderState;
import dev.storetwin.state.OrderView;
import dev.storetwin.type.OrderId;
import java.util.Optional;

/** The orders, folded from their documents when they are asked for. */
final class ShopOrders implements OrderView {

    private final Reading reading;
    private final Folding folding;

    ShopOrders(Reading reading, Folding folding) {
        this.reading = reading;
        this.folding = folding;
    }

    @Override
    public Optional<OrderState> find(OrderId order) {
        return Optional.of(reading.document(EntityKind.ORDER, order.value()))
                .filter(Document::hasFacts)
                .map(document -> new OrderFold(order, document, folding).state());
    }

    @Override
    public int count() {
        return Math.toIntExact(reading.orders());
    }
}
