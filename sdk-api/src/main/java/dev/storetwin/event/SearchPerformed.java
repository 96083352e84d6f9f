package dev.storetwin.event;

import dev.storetwin.type.Personal;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.OptionalInt;

/**
 * A shopper searched.
 *
 * @param query   as typed; personal, since people type anything
 * @param results how many were found, when known
 * @param shown   what was shown, best first
 */
public record SearchPerformed(EventHeader header, Visit visit, Personal query, OptionalInt results, List<Sku> shown)
        implements ShopperEvent {

    public SearchPerformed {
        shown = List.copyOf(shown);
    }
}
