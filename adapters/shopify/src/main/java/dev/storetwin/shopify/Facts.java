package dev.storetwin.shopify;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventKey;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Translation;
import dev.storetwin.type.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts that one message tells, with what they need of the message itself: its delivery id, its moment and the shop's options.
 *
 * <p>The same fact in different bodies has the same entity, version and content. Its event id is the delivery's and the fact's own;
 * without a delivery id it is the fact's own alone.
 */
final class Facts {

    private final ShopifyOptions options;
    private final Instant moment;
    private final Instant receivedAt;
    private final String delivery;
    private final Set<String> ids = new HashSet<>();
    private final List<TwinEvent> events = new ArrayList<>();
    private Optional<String> left = Optional.empty();

    Facts(ShopifyOptions options, ShopifyHeaders headers) {
        this.options = options;
        this.moment = headers.moment();
        this.receivedAt = headers.message().receivedAt();
        this.delivery = headers.deliveryId().map(id -> id + ":").orElse("");
    }

    ShopifyOptions options() {
        return options;
    }

    /** When it happened, for facts that do not say it themselves. */
    Instant moment() {
        return moment;
    }

    void add(TwinEvent event) {
        events.add(event);
    }

    /** Says why the body, or a part of it, gives no fact. */
    void leave(String reason) {
        left = left.or(() -> Optional.of(reason));
    }

    /** A customer as a token; nobody for an id that names nobody. */
    Optional<SubjectId> subject(Optional<String> customerId) {
        return customerId.flatMap(it -> options.tokens().token(options.source(), it));
    }

    /** The header of a fact that is as new as the moment it tells of. */
    EventHeader header(Class<? extends TwinEvent> fact, EntityKind kind, String id, Instant occurredAt) {
        return header(fact, kind, id, occurredAt, SourceVersion.at(occurredAt));
    }

    EventHeader header(
            Class<? extends TwinEvent> fact, EntityKind kind, String id, Instant occurredAt, SourceVersion version) {
        var own = "%s/%s@%d".formatted(fact.getSimpleName(), id, version.value());
        return header(delivery + own, kind, id, occurredAt, version);
    }

    /** The header of a fact that is told once and never changes, under an id that anybody who knows the fact can name. */
    EventHeader header(EventKey key, EntityKind kind, String id, Instant occurredAt) {
        return new EventHeader(
                key, new Entity(kind, id), SourceVersion.at(occurredAt), occurredAt, receivedAt, Optional.empty());
    }

    private EventHeader header(String eventId, EntityKind kind, String id, Instant occurredAt, SourceVersion version) {
        var key = new EventKey(options.source(), once(eventId));
        return new EventHeader(key, new Entity(kind, id), version, occurredAt, receivedAt, Optional.empty());
    }

    /** A body may hold the same id twice; its events may not. */
    private String once(String eventId) {
        var unique = eventId;
        for (int n = 2; !ids.add(unique); n++) {
            unique = eventId + "#" + n;
        }
        return unique;
    }

    Translation asTranslation() {
        return events.isEmpty()
                ? new Translation.Ignored(left.orElse("It says nothing that the twin wants to know."))
                : new Translation.Translated(events);
    }
}
