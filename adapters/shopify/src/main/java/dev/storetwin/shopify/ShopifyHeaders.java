package dev.storetwin.shopify;

import dev.storetwin.platform.PlatformMessage;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What Shopify says next to the body, under names with or without {@code X-}. */
record ShopifyHeaders(PlatformMessage message) {

    /** Such as {@code orders/create}. The host's word wins. */
    Optional<String> topic() {
        return message.topic().or(() -> header("Topic")).map(topic -> topic.strip()
                .toLowerCase(Locale.ROOT));
    }

    Optional<String> signature() {
        return header("Hmac-Sha256");
    }

    /** The same when a delivery is repeated. */
    Optional<String> deliveryId() {
        return header("Webhook-Id").or(() -> header("Event-Id"));
    }

    /** When what the body tells happened; else when it was received. */
    Instant moment() {
        return header("Triggered-At").map(ShopifyHeaders::moment).orElseGet(message::receivedAt);
    }

    /** Whether it is the sample that the admin sends on request. */
    boolean isSample() {
        return header("Test").filter("true"::equalsIgnoreCase).isPresent();
    }

    private Optional<String> header(String name) {
        return message.header("X-Shopify-" + name).or(() -> message.header("Shopify-" + name));
    }

    private static Instant moment(String text) {
        try {
            return Scalars.moment(text);
        } catch (Scalars.Unreadable unreadable) {
            throw new MalformedBody("header X-Shopify-Triggered-At", unreadable.expectation());
        }
    }
}
