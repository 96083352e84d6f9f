package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.EventKey;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Translation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every translator of JSON messages keeps, whatever the platform: it throws for no message, gives all events or none, the same events
 * and ids for the same message, and prints nothing personal. An adapter's test extends it and brings its messages; JUnit and AssertJ are the
 * adapter's own test dependencies.
 */
public abstract class PayloadTranslatorContract {

    protected abstract PayloadTranslator translator();

    /** Sound messages of all kinds. */
    protected abstract Stream<SampleMessage> samples();

    /** Calls for the same message with something wrong in it, in all ways that the platform's format allows. */
    protected abstract void damage(PlatformMessage message, Consumer<PlatformMessage> damaged);

    /** The message as a delivery with this id brings it. */
    protected abstract PlatformMessage delivered(PlatformMessage message, String deliveryId);

    @Test
    public void translates_or_ignores_every_sound_message_or_says_where_it_is_wrong() {
        assertThat(samples())
                .isNotEmpty()
                .allSatisfy(sample -> isWhole(translator().translate(sample.message())));
    }

    @Test
    public void throws_for_no_damaged_message() {
        var translator = translator();
        samples().forEach(sample -> damage(sample.message(), damaged -> isWhole(translator.translate(damaged))));
    }

    @Test
    public void throws_for_no_truncated_message() {
        samples().forEach(sample -> truncated(sample.message())
                .forEach(cut -> assertThat(translator().translate(cut))
                        .as(sample.name())
                        .isNotInstanceOf(Translation.Translated.class)));
    }

    @Test
    public void throws_for_no_garbage() {
        var garbage = Stream.of(
                "",
                " ",
                "null",
                "true",
                "7",
                "\"text\"",
                "[]",
                "[[]]",
                "{",
                "}",
                "{}",
                "{} {}",
                "<html/>",
                "\u0000",
                "{\"id\":1e999999999}",
                "{\"id\":" + "9".repeat(2_000) + "}",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"id\":NaN}");
        var bytes = Stream.concat(
                garbage.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, new byte[] {(byte) 0xc3, 0x28}));
        var messages = bytes.flatMap(body -> samples().limit(1).map(sample -> with(sample.message(), body)))
                .toList();

        assertThat(messages).allSatisfy(message -> assertThat(translator().translate(message))
                .isNotInstanceOf(Translation.Translated.class));
    }

    @Test
    public void gives_the_same_events_for_the_same_message() {
        assertThat(samples()).allSatisfy(sample -> assertThat(translator().translate(sample.message()))
                .isEqualTo(translator().translate(sample.message())));
    }

    @Test
    public void gives_each_event_of_a_message_an_id_of_its_own() {
        assertThat(samples()).allSatisfy(sample -> assertThat(keys(translator().translate(sample.message())))
                .doesNotHaveDuplicates());
    }

    @Test
    public void gives_a_repeated_delivery_the_same_ids() {
        assertThat(samples()).allSatisfy(sample -> {
            var first = translator().translate(delivered(sample.message(), "delivery-1"));
            var again = translator().translate(delivered(sample.message(), "delivery-1"));
            assertThat(keys(again)).isEqualTo(keys(first));
        });
    }

    @Test
    public void tells_the_same_facts_in_another_delivery() {
        assertThat(samples()).allSatisfy(sample -> {
            var first = translator().translate(delivered(sample.message(), "delivery-1"));
            var other = translator().translate(delivered(sample.message(), "delivery-2"));
            assertThat(facts(other)).isEqualTo(facts(first));
        });
    }

    @Test
    public void prints_no_personal_value() {
        assertThat(samples()).allSatisfy(sample -> {
            var printed = translator().translate(sample.message()).toString();
            assertThat(sample.personal())
                    .allSatisfy(value -> assertThat(printed).doesNotContain(value));
        });
    }

    /** Either all events or none and a reason. */
    private static void isWhole(Translation translation) {
        if (translation instanceof Translation.Translated translated) {
            assertThat(translated.events()).isNotEmpty();
        } else if (translation instanceof Translation.Quarantined quarantined) {
            assertThat(quarantined.reason()).isNotBlank();
            assertThat(quarantined.path()).startsWith("$");
        } else if (translation instanceof Translation.Ignored ignored) {
            assertThat(ignored.reason()).isNotBlank();
        }
    }

    private static Stream<PlatformMessage> truncated(PlatformMessage message) {
        var body = new String(message.body(), StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
        return Stream.of(1, 2, body.length / 3, body.length / 2, body.length - 1)
                .map(length -> with(message, Arrays.copyOf(body, length)));
    }

    /** The message with another body and nothing in its headers. */
    protected static PlatformMessage with(PlatformMessage message, byte[] body) {
        var other = PlatformMessage.of(Map.of(), body, message.receivedAt());
        return message.topic().map(other::withTopic).orElse(other);
    }

    private static List<EventKey> keys(Translation translation) {
        return translation.stream().map(event -> event.header().key()).toList();
    }

    /** What makes a fact the same however it came: what it is about, how new it is and when it happened. */
    private static Map<String, Object> facts(Translation translation) {
        var facts = new HashMap<String, Object>();
        for (TwinEvent event : translation.events()) {
            var header = event.header();
            var fact = event.getClass().getSimpleName() + " " + header.entity();
            facts.put(fact, List.of(header.version(), Duration.between(header.occurredAt(), header.receivedAt())));
        }
        return facts;
    }
}
