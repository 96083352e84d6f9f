package dev.storetwin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformMessageTest {

    private static final Instant RECEIVED_AT = Instant.parse("2025-03-01T12:00:00Z");

    @Test
    void finds_a_header_in_any_case() {
        var message = message(Map.of("X-Topic", " orders/create "), "{}");

        assertThat(message.header("x-topic")).contains("orders/create");
        assertThat(message.header("y-topic")).isEmpty();
    }

    @Test
    void a_blank_header_is_absent() {
        assertThat(message(Map.of("X-Topic", "  "), "{}").header("X-Topic")).isEmpty();
    }

    @Test
    void keeps_the_bytes_from_being_changed() {
        var bytes = "{}".getBytes(StandardCharsets.UTF_8);
        var message = PlatformMessage.of(Map.of(), bytes, RECEIVED_AT);

        bytes[0] = 'x';
        message.body()[1] = 'x';

        assertThat(message.body()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
    }

    @Test
    void knows_the_topic_that_the_host_tells() {
        assertThat(message(Map.of(), "{}").topic()).isEmpty();
        assertThat(message(Map.of(), "{}").withTopic("orders/create").topic()).contains("orders/create");
    }

    @Test
    void prints_neither_headers_nor_body() {
        var printed = message(Map.of("X-Token", "secret"), "{\"email\":\"ada@shopper.test\"}")
                .toString();

        assertThat(printed).contains("28 bytes").doesNotContain("secret").doesNotContain("ada");
    }

    private static PlatformMessage message(Map<String, String> headers, String body) {
        return PlatformMessage.of(headers, body.getBytes(StandardCharsets.UTF_8), RECEIVED_AT);
    }

    @Test
    void a_header_that_comes_twice_says_the_same_whatever_its_order() {
        var lower = new LinkedHashMap<String, String>();
        lower.put("x-topic", "orders/delete");
        lower.put("X-Topic", "orders/create");
        lower.put("X-SAME", "1");
        lower.put("x-same", "1");
        var upper = new LinkedHashMap<String, String>();
        upper.put("X-Topic", "orders/create");
        upper.put("x-topic", "orders/delete");

        assertThat(PlatformMessage.of(lower, new byte[0], Instant.EPOCH).header("X-TOPIC"))
                .contains("orders/create, orders/delete")
                .isEqualTo(PlatformMessage.of(upper, new byte[0], Instant.EPOCH).header("x-topic"));
        assertThat(PlatformMessage.of(lower, new byte[0], Instant.EPOCH).header("x-same"))
                .contains("1");
    }

    @Test
    void its_size_counts_body_and_headers() {
        assertThat(PlatformMessage.of(Map.of("name", "value"), new byte[10], Instant.EPOCH)
                        .size())
                .isEqualTo(19);
        assertThat(PlatformMessage.of(Map.of(), new byte[0], Instant.EPOCH).size())
                .isZero();
    }
}
