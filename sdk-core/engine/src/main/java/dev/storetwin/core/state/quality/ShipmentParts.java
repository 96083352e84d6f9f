package dev.storetwin.core.state.quality;

import dev.storetwin.event.CarrierScanned;
import dev.storetwin.event.CutOffChanged;
import dev.storetwin.event.DeliveryFailed;
import dev.storetwin.event.DeliveryPromised;
import dev.storetwin.event.OutageReported;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.ShipmentEvent;

/** What events of shipments hold. */
final class ShipmentParts {

    private ShipmentParts() {}

    static void tell(ShipmentEvent event, PartReader to) {
        if (event instanceof ShipmentDispatched dispatched) {
            to.node(dispatched.node());
            OrderParts.quantities(dispatched.lines(), to);
            dispatched.tracking().ifPresent(it -> to.text("tracking number", it.reveal()));
        } else if (event instanceof CarrierScanned scanned) {
            to.text("message", scanned.message());
            scanned.place().ifPresent(it -> EventParts.place(it, to));
        } else if (event instanceof DeliveryFailed failed) {
            to.text("reason", failed.reason());
        } else if (event instanceof DeliveryPromised promised) {
            promised.cost().ifPresent(it -> to.price("cost of delivery", it));
        } else if (event instanceof OutageReported outage) {
            outage.node().ifPresent(to::node);
            to.text("reason", outage.reason());
        } else if (event instanceof CutOffChanged cutOff) {
            to.node(cutOff.node());
        }
    }
}
