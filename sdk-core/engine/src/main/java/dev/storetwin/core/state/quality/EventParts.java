package dev.storetwin.core.state.quality;

import dev.storetwin.event.CatalogEvent;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ConsentChanged;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.IdentityEvent;
import dev.storetwin.event.OrderEvent;
import dev.storetwin.event.ShipmentEvent;
import dev.storetwin.event.ShopperEvent;
import dev.storetwin.event.StockEvent;
import dev.storetwin.event.SubjectsUnlinked;
import dev.storetwin.event.SupplyEvent;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.WarehouseEvent;
import dev.storetwin.type.Place;

/** Tells what an event holds. The only place that knows the families; the twin's own acts hold nothing to doubt. */
final class EventParts {

    private EventParts() {}

    static void tell(TwinEvent event, PartReader to) {
        if (event instanceof ShopperEvent shopper) {
            ShopperParts.tell(shopper, to);
        } else if (event instanceof StockEvent stock) {
            StockParts.tell(stock, to);
        } else if (event instanceof CatalogEvent catalog) {
            CatalogParts.tell(catalog, to);
        } else if (event instanceof OrderEvent order) {
            OrderParts.tell(order, to);
        } else if (event instanceof ShipmentEvent shipment) {
            ShipmentParts.tell(shipment, to);
        } else if (event instanceof SupplyEvent supply) {
            StockParts.tell(supply, to);
        } else if (event instanceof WarehouseEvent warehouse) {
            WarehouseParts.tell(warehouse, to);
        } else if (event instanceof IdentityEvent identity) {
            tell(identity, to);
        } else if (event instanceof EventRetracted retraction) {
            to.text("reason", retraction.reason());
        }
    }

    private static void tell(IdentityEvent event, PartReader to) {
        if (event instanceof IdentityClaimed claimed) {
            for (Claim claim : claimed.claims()) {
                to.text("claim", claim.value().reveal());
            }
        } else if (event instanceof ConsentChanged consent) {
            to.text("purpose", consent.purpose());
        } else if (event instanceof SubjectsUnlinked unlinked) {
            to.text("reason", unlinked.reason());
        }
    }

    static void place(Place place, PartReader to) {
        to.text("country", place.country());
        place.postalCode().ifPresent(it -> to.text("postal code", it.reveal()));
    }
}
