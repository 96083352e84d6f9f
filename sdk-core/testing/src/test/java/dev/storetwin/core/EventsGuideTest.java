package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events of docs/guide/connecting.md, to the letter. */
class EventsGuideTest {

    private final Instant noon = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void events_of_ones_own_are_taken() {
        // @formatter:off
        // guide begins
        Source shop = Source.of("my-shop"); // who says so: one name per system
        Sku mug = Sku.of("MUG-1");
        Channel web = Channel.of("web");

        List<TwinEvent> events = List.of(
                VariantUpserted.of(shop, mug, "Blue mug", "kitchen", noon),
                PriceChanged.of(shop, mug, web, Money.of("9.90", "EUR"), noon),
                CostChanged.of(shop, mug, Money.of("4.00", "EUR"), noon),
                StockCounted.of(shop, mug, NodeId.of("LEIPZIG"), Quantity.of(120), noon),
                OrderPlaced.of(
                        shop,
                        OrderId.of("1001"),
                        web,
                        noon.plusSeconds(60),
                        OrderLine.of("1", mug, Quantity.of(2), Money.of("9.90", "EUR"), TaxMode.GROSS)));

        PayloadTranslator translator = message -> new Translation.Translated(events); // read message.body() here
        // guide ends
        // @formatter:on

        try (var twin = StoreTwin.builder().build()) {
            assertThat(translator.translate(PlatformMessage.of(Map.of(), new byte[0], noon)).stream()
                            .map(twin::accept))
                    .allMatch(Acceptance.Accepted.class::isInstance);
            assertThat(events.stream().map(twin::accept)).allMatch(Acceptance.Duplicate.class::isInstance);
        }
    }

    @Test
    void the_guide_says_what_runs() throws IOException {
        var root = root();
        var test = Files.readString(
                root.resolve("sdk-core/testing/src/test/java/dev/storetwin/core/EventsGuideTest.java"));
        var code = test.substring(test.indexOf("// guide begins\n") + 16, test.indexOf("        // guide ends"));

        assertThat(Files.readString(root.resolve("docs/guide/connecting.md")))
                .contains("```java\n" + code.stripTrailing().stripIndent() + "\n```");
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md")) || !Files.exists(folder.resolve("sdk-api"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
