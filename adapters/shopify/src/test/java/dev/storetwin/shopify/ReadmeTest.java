package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.TaxMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private final List<TwinEvent> accepted = new ArrayList<>();
    private final Consumer<TwinEvent> twin = accepted::add;
    private final Clock clock = Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC);
    private final String secret = "new";
    private final String oldSecret = "hush";
    private final byte[] bytes =
            "{\"inventory_item_id\":6001,\"location_id\":77,\"available\":5}".getBytes(StandardCharsets.UTF_8);
    private final Map<String, String> headers = Map.of(
            "x-shopify-topic", "inventory_levels/update",
            "x-shopify-hmac-sha256", "1V+QMyOfLkjLv7tXoTHCPjE82BC3wkQBQadtRa/uUGQ=");

    @Test
    void the_example_feeds_a_webhook() {
        // @formatter:off
        var shopify = ShopifyTranslator.of(
                ShopifyOptions.of("kiln", "EUR").withTaxMode(TaxMode.GROSS).withNode("77", NodeId.of("LEIPZIG")));
        var signature = ShopifySignature.of(secret, oldSecret);

        var webhook = PlatformMessage.of(headers, bytes, clock.instant());
        if (signature.verify(webhook).isVerified()) {
            shopify.translate(webhook).forEach(twin::accept);
        }
        // @formatter:on

        assertThat(accepted).singleElement().isInstanceOfSatisfying(StockCounted.class, count -> assertThat(
                        count.node())
                .isEqualTo(NodeId.of("LEIPZIG")));
    }

    @Test
    void the_example_is_the_one_in_the_readme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var source = Files.readString(Path.of("src/test/java/dev/storetwin/shopify/ReadmeTest.java"));
        var example =
                readme.substring(readme.indexOf("```java\n") + 8, readme.indexOf("```", readme.indexOf("```java") + 3));

        assertThat(source.replaceAll("\\s+", "")).contains(example.replaceAll("\\s+", ""));
    }
}
