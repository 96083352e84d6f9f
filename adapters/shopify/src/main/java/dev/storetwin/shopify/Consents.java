package dev.storetwin.shopify;

import dev.storetwin.event.ConsentChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.type.SubjectId;
import java.time.Instant;
import java.util.List;

/** Reads what a person allows to be sent. */
final class Consents {

    private static final List<String> PURPOSES = List.of("email_marketing", "sms_marketing");

    private static final Shape SHAPE = Shape.of("consent")
            .reads("state", "ConsentChanged.granted")
            .reads("consent_updated_at", "ConsentChanged.occurredAt and version")
            .leaves("how consent was asked for", "opt_in_level consent_collected_from source_location_id");

    private Consents() {}

    static Shape declare(Shape body) {
        var shape = body;
        for (var purpose : PURPOSES) {
            shape = shape.part(purpose + "_consent", SHAPE);
        }
        return shape;
    }

    /**
     * Tells each consent that the body names.
     *
     * @param at for those that do not say when they were given
     */
    static void tell(Json body, SubjectId subject, Instant at, Facts facts) {
        for (var purpose : PURPOSES) {
            var consent = body.at(purpose + "_consent");
            consent.text("state").ifPresent(state -> {
                var changedAt = consent.moment("consent_updated_at").orElse(at);
                var header = facts.header(ConsentChanged.class, EntityKind.CONSENT, subject + ":" + purpose, changedAt);
                facts.add(new ConsentChanged(header, subject, purpose, state.equals("subscribed")));
            });
        }
    }
}
