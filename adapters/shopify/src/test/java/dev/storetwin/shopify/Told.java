package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Translation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a body written down in a test tells. Single quotes stand for double ones. */
final class Told {

    private final Translation translation;

    private Told(Translation translation) {
        this.translation = translation;
    }

    static Told by(String topic, String body) {
        return new Told(translate(Samples.OPTIONS, Optional.of(topic), body));
    }

    static Told byFields(String body) {
        return new Told(translate(Samples.OPTIONS, Optional.empty(), body));
    }

    static Told by(ShopifyOptions options, String topic, String body) {
        return new Told(translate(options, Optional.of(topic), body));
    }

    private static Translation translate(ShopifyOptions options, Optional<String> topic, String body) {
        var bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ShopifyTranslator.of(options).translate(Samples.message(topic, bytes));
    }

    Translation translation() {
        return translation;
    }

    /** The only event of a type. */
    <T extends TwinEvent> T the(Class<T> type) {
        assertThat(all(type)).as(translation.toString()).hasSize(1);
        return all(type).get(0);
    }

    <T extends TwinEvent> List<T> all(Class<T> type) {
        return translation.stream().filter(type::isInstance).map(type::cast).toList();
    }

    String quarantinedAt() {
        assertThat(translation).isInstanceOf(Translation.Quarantined.class);
        return ((Translation.Quarantined) translation).path();
    }

    String ignoredBecause() {
        assertThat(translation).isInstanceOf(Translation.Ignored.class);
        return ((Translation.Ignored) translation).reason();
    }
}
