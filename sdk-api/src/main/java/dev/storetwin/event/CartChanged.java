package dev.storetwin.event;

import java.util.List;

/**
 * A cart holds this now. A newer version replaces the older.
 *
 * @param lines all of it; empty for an emptied cart
 */
public record CartChanged(EventHeader header, Visit visit, List<SkuQuantity> lines) implements ShopperEvent {

    public CartChanged {
        lines = List.copyOf(lines);
    }
}
