package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Translation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every body: topics, ids, times, quarantine. */
class ShopifyTranslatorTest {

    private static final String ORDER = "{\"id\":1,\"updated_at\":\"2025-03-01T10:00:00Z\",\"line_items\":[]}";

    private final ShopifyTranslator translator = ShopifyTranslator.of(Samples.OPTIONS);

    @Test
    void the_topic_stands_in_a_header_of_either_name() {
        assertThat(translate(Map.of("X-Shopify-Topic", "orders/create"), ORDER))
                .isInstanceOf(Translation.Translated.class);
        assertThat(translate(Map.of("shopify-topic", "ORDERS/CREATE"), ORDER))
                .isInstanceOf(Translation.Translated.class);
    }

    @Test
    void the_hosts_word_on_the_topic_wins() {
        var message = message(Map.of("X-Shopify-Topic", "themes/create"), ORDER).withTopic("orders/create");

        assertThat(translator.translate(message)).isInstanceOf(Translation.Translated.class);
    }

    @Test
    void an_event_id_is_the_deliverys_and_the_facts_own() {
        var withDelivery =
                only(translate(Map.of("X-Shopify-Topic", "orders/create", "X-Shopify-Webhook-Id", "w-1"), ORDER));
        var withEvent = only(translate(Map.of("X-Shopify-Topic", "orders/create", "X-Shopify-Event-Id", "e-1"), ORDER));
        var without = only(translate(Map.of("X-Shopify-Topic", "orders/create"), ORDER));

        assertThat(withDelivery.header().key().eventId()).isEqualTo("w-1:OrderPlaced/1@1740823200000000");
        assertThat(withEvent.header().key().eventId()).isEqualTo("e-1:OrderPlaced/1@1740823200000000");
        assertThat(without.header().key().eventId()).isEqualTo("OrderPlaced/1@1740823200000000");
    }

    @Test
    void what_has_no_time_of_its_own_happened_when_it_was_triggered() {
        var triggered = Map.of(
                "X-Shopify-Topic", "products/delete", "X-Shopify-Triggered-At", "2025-03-01T10:00:00.123456789Z");

        assertThat(only(translate(triggered, "{\"id\":7}")).header().occurredAt())
                .isEqualTo(Instant.parse("2025-03-01T10:00:00.123456789Z"));
        assertThat(only(translate(Map.of("X-Shopify-Topic", "products/delete"), "{\"id\":7}"))
                        .header()
                        .occurredAt())
                .isEqualTo(Samples.RECEIVED_AT);
    }

    @Test
    void a_time_of_triggering_that_cannot_be_read_quarantines() {
        var headers = Map.of("X-Shopify-Topic", "products/delete", "X-Shopify-Triggered-At", "yesterday");

        assertThat(translate(headers, "{\"id\":7}"))
                .isInstanceOfSatisfying(Translation.Quarantined.class, it -> assertThat(it.path())
                        .contains("Triggered-At"));
    }

    @Test
    void a_sample_sent_on_request_is_no_order() {
        assertThat(translate(Map.of("X-Shopify-Topic", "orders/create", "X-Shopify-Test", "true"), ORDER))
                .isInstanceOf(Translation.Ignored.class);
    }

    @Test
    void a_body_that_nobody_knows_is_quarantined_whole() {
        assertThat(Told.byFields("{'id':1}").quarantinedAt()).isEqualTo("$");
        assertThat(Told.by("novelties/create", "{'id':1}").quarantinedAt()).isEqualTo("$");
        assertThat(Told.byFields("{'data':{'order':{'id':'gid://shopify/Order/1'}}}")
                        .quarantinedAt())
                .isEqualTo("$");
    }

    @Test
    void an_unknown_topic_does_not_hide_fields_that_are_known() {
        assertThat(Told.by("orders/novelty", "{'id':1,'financial_status':'paid','line_items':[]}")
                        .all(OrderPlaced.class))
                .hasSize(1);
    }

    @Test
    void no_reason_quotes_the_body() {
        var secret = "hunter2@shopper.test";

        for (var body : new String[] {
            "{'id':{'email':'%s'}}",
            "{'id':1,'currency':'%s','line_items':[]}",
            "{'id':1,'updated_at':'%s'}",
            "{'id':1,'line_items':[{'quantity':'%s'}]}",
            "{'id':1,'email':%s}"
        }) {
            var answer = Told.by("orders/create", body.formatted(secret)).translation();
            assertThat(answer).isInstanceOf(Translation.Quarantined.class);
            assertThat(answer.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void numbers_that_no_shop_has_are_refused_at_once() {
        for (var number : new String[] {
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "99999999999999999999",
            "0.00000000000000000001",
            "'" + "9".repeat(500) + "'"
        }) {
            assertThat(Told.by("orders/create", "{'id':1,'line_items':[{'quantity':1,'price':" + number + "}]}")
                            .quarantinedAt())
                    .isEqualTo("$.line_items[0].price");
        }
    }

    private Translation translate(Map<String, String> headers, String body) {
        return translator.translate(message(headers, body));
    }

    private static PlatformMessage message(Map<String, String> headers, String body) {
        return PlatformMessage.of(headers, body.getBytes(StandardCharsets.UTF_8), Samples.RECEIVED_AT);
    }

    private static TwinEvent only(Translation translation) {
        assertThat(translation.events()).hasSize(1);
        return translation.events().get(0);
    }
}
