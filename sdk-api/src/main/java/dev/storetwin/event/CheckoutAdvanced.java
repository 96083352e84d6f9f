package dev.storetwin.event;

import dev.storetwin.type.OrderId;
import java.util.List;
import java.util.Optional;

/**
 * A checkout began, moved on or ended.
 *
 * @param order what it became, when it completed
 */
public record CheckoutAdvanced(
        EventHeader header, Visit visit, CheckoutStage stage, List<SkuQuantity> lines, Optional<OrderId> order)
        implements ShopperEvent {

    public CheckoutAdvanced {
        lines = List.copyOf(lines);
    }
}
