package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.testing.ReconcilerContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopifyReconcilerTest extends ReconcilerContract {

    /** Each by the path of its body; several orders make several pages. */
    private static final Map<String, List<String>> HELD = Map.of(
            "orders", List.of("orders/create", "orders/paid", "orders/cancelled"),
            "products", List.of("products/create", "products/update"),
            "customers", List.of("customers/update"),
            "locations", List.of("locations/update"),
            "inventory_levels", List.of("inventory_levels/update"));

    /** Shopify in a few lines: one thing on a page, the next page by its number. */
    private static final class OneByOne implements ShopifyApi {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Answer get(String path) {
            asked.add(path);
            var list = path.substring(0, path.indexOf(".json"));
            var things = HELD.get(list).stream()
                    .map(ShopifyReconcilerTest::body)
                    .filter(it -> isAsked(it, path))
                    .toList();
            int place = parameter(path, "page_info")
                    .map(ShopifyReconcilerTest::number)
                    .orElse(0);
            if (place < 0 || (place > 0 && place >= things.size())) {
                return answer(400, "{\"errors\":\"Invalid value.\"}", Map.of());
            }
            var page = things.subList(place, Math.min(things.size(), place + 1));
            var link = "<https://kiln.myshopify.test/admin/api/2025-01/%s.json?limit=250&page_info=%d>; rel=\"next\""
                    .formatted(list, place + 1);
            return answer(
                    200,
                    "{\"%s\":%s}".formatted(list, page),
                    place + 1 < things.size() ? Map.of("Link", link) : Map.of());
        }

        private static boolean isAsked(JsonNode thing, String path) {
            return parameter(path, "updated_at_min")
                    .map(Instant::parse)
                    .map(since -> !thing.has("updated_at")
                            ? since.isBefore(Samples.RECEIVED_AT)
                            : !OffsetDateTime.parse(thing.get("updated_at").textValue())
                                    .toInstant()
                                    .isBefore(since))
                    .orElse(true);
        }
    }

    private static int number(String cursor) {
        return cursor.matches("\\d{1,6}") ? Integer.parseInt(cursor) : -1;
    }

    private static Optional<String> parameter(String path, String name) {
        return Stream.of(path.substring(path.indexOf('?') + 1).split("&"))
                .filter(it -> it.startsWith(name + "="))
                .map(it -> it.substring(name.length() + 1))
                .findFirst();
    }

    private static ShopifyApi.Answer answer(int status, String body, Map<String, String> headers) {
        return new ShopifyApi.Answer(
                status, PlatformMessage.of(headers, body.getBytes(StandardCharsets.UTF_8), Samples.RECEIVED_AT));
    }

    private static JsonNode body(String name) {
        return Samples.json(Samples.invented()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .message()
                .body());
    }

    private static ShopifyReconciler asking(ShopifyApi api) {
        return ShopifyReconciler.of(api, Samples.OPTIONS);
    }

    @Override
    protected Reconciler reconciler() {
        return asking(new OneByOne());
    }

    @Override
    protected List<TwinEvent> webhooks() {
        var translator = ShopifyTranslator.of(Samples.OPTIONS);
        return HELD.values().stream()
                .flatMap(List::stream)
                .map(name -> PlatformMessage.of(
                                Map.of("X-Shopify-Webhook-Id", "delivery-" + name),
                                Samples.bytes(body(name)),
                                Samples.RECEIVED_AT)
                        .withTopic(name))
                .flatMap(it -> translator.translate(it).stream())
                .toList();
    }

    @Override
    protected Instant now() {
        return Samples.RECEIVED_AT;
    }

    private static Pulled pulled(int status, Map<String, String> headers, Pull question) {
        return asking(path -> answer(status, "{}", headers)).pull(question);
    }

    @Test
    void asks_for_changes_with_the_first_page_and_by_its_cursor_alone_from_then_on() {
        var api = new OneByOne();
        var changes = Pull.changes(ResourceKind.ORDERS, Instant.parse("2025-03-01T00:00:00Z"));

        var first = asking(api).pull(changes);
        asking(api).pull(changes.from(((Pulled.Page) first).next().orElseThrow()));

        assertThat(api.asked)
                .containsExactly(
                        "orders.json?limit=250&status=any&updated_at_min=2025-03-01T00:00:00Z",
                        "orders.json?limit=250&page_info=1");
    }

    @Test
    void waits_as_long_as_shopify_asks() {
        var question = Pull.everything(ResourceKind.PRODUCTS);

        assertThat(pulled(429, Map.of("Retry-After", "4.5"), question))
                .isInstanceOfSatisfying(
                        Pulled.Later.class, it -> assertThat(it.after()).isEqualTo(Duration.ofMillis(4_500)));
        assertThat(pulled(429, Map.of("Retry-After", "soon"), question))
                .isInstanceOfSatisfying(
                        Pulled.Later.class, it -> assertThat(it.after()).isEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void tells_what_may_be_tried_again() {
        var question = Pull.everything(ResourceKind.PRODUCTS);

        assertThat(pulled(502, Map.of(), question))
                .isInstanceOfSatisfying(
                        Pulled.Failed.class, it -> assertThat(it.retryable()).isTrue());
        assertThat(pulled(403, Map.of(), question)).isInstanceOfSatisfying(Pulled.Failed.class, it -> {
            assertThat(it.retryable()).isFalse();
            assertThat(it.reason()).contains("scope");
        });
        assertThat(pulled(400, Map.of(), question.from("old"))).isInstanceOf(Pulled.CursorLost.class);
        assertThat(asking(path -> {
                            throw new IOException("timed out");
                        })
                        .pull(question))
                .isEqualTo(new Pulled.Failed("no answer: timed out", true));
    }

    @Test
    void a_page_that_cannot_be_read_says_where() {
        var page = asking(path -> answer(200, "{\"orders\":[{\"id\":{}}]}", Map.of()))
                .pull(Pull.everything(ResourceKind.ORDERS));

        assertThat(page).isInstanceOfSatisfying(Pulled.Page.class, it -> assertThat(it.unreadable())
                .singleElement()
                .satisfies(part -> assertThat(part.path()).startsWith("$.orders[0]")));
    }
}
