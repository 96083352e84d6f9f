package dev.storetwin.event;

/**
 * Something that happened in the shop or that the twin did. Events are facts: they are never changed, only followed, superseded by a
 * newer version of the same entity, or retracted.
 */
public sealed interface TwinEvent
        permits OrderEvent,
                CatalogEvent,
                StockEvent,
                SupplyEvent,
                ShipmentEvent,
                ShopperEvent,
                IdentityEvent,
                WarehouseEvent,
                TwinAct,
                EventRetracted {

    /** Where it comes from, what it is about, and when it happened. */
    EventHeader header();

    /**
     * The document this event belongs to. All events of one document are folded together, in the order of their versions, never in the
     * order of their arrival.
     */
    default Entity document() {
        return header().entity();
    }
}
