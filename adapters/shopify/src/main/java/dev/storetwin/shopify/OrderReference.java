package dev.storetwin.shopify;

import dev.storetwin.type.OrderId;
import java.util.Optional;

/** Reads which order a fact belongs to. */
final class OrderReference {

    private OrderReference() {}

    /** The order that the body names, else the one it stands within. */
    static OrderId read(Json body, String field, Optional<OrderId> within) {
        return find(body, field, within)
                .orElseThrow(() -> body.malformed(field, "Expected the id of the order that this belongs to."));
    }

    static Optional<OrderId> find(Json body, String field, Optional<OrderId> within) {
        return within.or(() -> body.id(field).map(OrderId::of));
    }
}
