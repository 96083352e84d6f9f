package dev.storetwin.state;

import dev.storetwin.type.OrderId;
import java.util.Optional;

/** Orders and how far they have come. */
public interface OrderView {

    Optional<OrderState> find(OrderId order);

    /** How many orders are known, with those that only later facts tell of. */
    int count();
}
