package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventRetracted;

/** A fulfillment event that was deleted: the carrier's scan is taken back. */
final class FulfillmentEventRetraction implements BodyTranslator {

    static final Shape SHAPE = Shape.of("deleted fulfillment event")
            .identified("EventRetracted.retracted")
            .reads("fulfillment_id", "EventRetracted.entity")
            .leavesRest("it is taken back whole");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json event, Facts facts) {
        var entity = FulfillmentEventBody.entity(event);
        var header = facts.header(EventRetracted.class, EntityKind.SHIPMENT, entity, facts.moment());
        facts.add(new EventRetracted(header, FulfillmentEventBody.key(event, facts), "deleted"));
    }
}
