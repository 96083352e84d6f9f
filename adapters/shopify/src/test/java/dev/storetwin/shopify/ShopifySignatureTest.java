package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.SignatureCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShopifySignatureTest {

    private static final String BODY = "{\"id\":1001,\"name\":\"Käthe ☕\"}\n";

    /** Made with {@code openssl dgst -sha256 -hmac hush -binary | base64}. */
    private static final String SIGNED = "98uqcg3S7KI64zswziy0Tt989FnR+ScEqDz8vhqNyic=";

    @Test
    void accepts_a_signature_under_either_name_of_the_header_in_any_case() {
        var signature = ShopifySignature.of("hush");

        for (var name : List.of(
                "X-Shopify-Hmac-Sha256", "Shopify-Hmac-Sha256", "x-shopify-hmac-sha256", "SHOPIFY-HMAC-SHA256")) {
            assertThat(signature.verify(message(BODY, Map.of(name, SIGNED))))
                    .isInstanceOf(SignatureCheck.Verified.class);
        }
    }

    @Test
    void accepts_a_signature_under_the_old_secret_while_it_is_rotated() {
        var message = message(BODY, Map.of("X-Shopify-Hmac-Sha256", SIGNED));

        assertThat(ShopifySignature.of("new", "hush").verify(message).isVerified())
                .isTrue();
        assertThat(ShopifySignature.of("hush", "new").verify(message).isVerified())
                .isTrue();
        assertThat(ShopifySignature.of("new").verify(message).isVerified()).isFalse();
    }

    @Test
    void rejects_a_body_that_was_parsed_and_printed_again() {
        var printedAgain = BODY.strip();

        assertThat(ShopifySignature.of("hush").verify(message(printedAgain, Map.of("X-Shopify-Hmac-Sha256", SIGNED))))
                .isInstanceOf(SignatureCheck.Rejected.class);
    }

    @Test
    void rejects_a_message_without_signature() {
        assertThat(ShopifySignature.of("hush").verify(message(BODY, Map.of())))
                .isInstanceOf(SignatureCheck.Rejected.class);
        assertThat(ShopifySignature.of("hush")
                        .verify(message(BODY, Map.of("X-Shopify-Hmac-Sha256", " ")))
                        .isVerified())
                .isFalse();
    }

    @Test
    void rejects_everything_without_a_secret() {
        var message = message(BODY, Map.of("X-Shopify-Hmac-Sha256", SIGNED));

        assertThat(ShopifySignature.of().verify(message).isVerified()).isFalse();
        assertThat(ShopifySignature.of("", "  ").verify(message).isVerified()).isFalse();
    }

    @Test
    void rejects_what_is_no_signature_at_all() {
        for (var garbage : List.of("not base64 !", "AAAA", SIGNED.substring(1), SIGNED + "A", "=")) {
            assertThat(ShopifySignature.of("hush").verify(message(BODY, Map.of("X-Shopify-Hmac-Sha256", garbage))))
                    .isInstanceOf(SignatureCheck.Rejected.class);
        }
    }

    @Test
    void an_unreadable_other_header_does_not_matter() {
        var headers = Map.of("X-Shopify-Hmac-Sha256", SIGNED, "X-Shopify-Triggered-At", "yesterday");

        assertThat(ShopifySignature.of("hush").verify(message(BODY, headers)).isVerified())
                .isTrue();
    }

    @Test
    @Tag("data")
    void agrees_with_every_vector_and_with_none_that_was_changed() throws IOException {
        var vectors = vectors();

        assertThat(vectors).isNotEmpty();
        for (var vector : vectors) {
            var signature = ShopifySignature.of(vector.get("secret").asText());
            var body = vector.get("body").asText();
            var headers = Map.of("X-Shopify-Hmac-Sha256", vector.get("expected").asText());
            assertThat(signature.verify(message(body, headers)).isVerified())
                    .as(body)
                    .isTrue();
            assertThat(signature.verify(message(body + " ", headers)).isVerified())
                    .as(body)
                    .isFalse();
            assertThat(signature.verify(message(body, flipped(headers))).isVerified())
                    .as(body)
                    .isFalse();
        }
    }

    private static Map<String, String> flipped(Map<String, String> headers) {
        var first = headers.values().iterator().next();
        return Map.of("X-Shopify-Hmac-Sha256", (first.charAt(0) == 'A' ? 'B' : 'A') + first.substring(1));
    }

    private static List<JsonNode> vectors() throws IOException {
        var file = SharedData.folder("signatures").resolve("hmac_vectors.json");
        var vectors = new ArrayList<JsonNode>();
        for (var vector : new ObjectMapper().readTree(Files.readString(file))) {
            if (vector.get("scheme").asText().equals("shopify")) {
                vectors.add(vector);
            }
        }
        return vectors;
    }

    private static PlatformMessage message(String body, Map<String, String> headers) {
        return PlatformMessage.of(headers, body.getBytes(StandardCharsets.UTF_8), Samples.RECEIVED_AT);
    }
}
