package dev.storetwin.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.crypto.PersonalCipher;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.event.ConsentChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SHOP = Source.of("shop");
    private static final SubjectId ANNA = SubjectId.of("s-anna");
    private static final SubjectId BERT = SubjectId.of("s-bert");

    @TempDir
    private Path folder;

    private final Set<String> keys = new HashSet<>();

    private Forgotten open() throws IOException {
        return Forgotten.open(new FileDisk(), folder.resolve("forgotten"));
    }

    private Optional<String> owner(Forgotten forgotten, TwinEvent event) {
        return forgotten.owner(ANNA, event, new KeysOf(keys));
    }

    private static TwinEvent order(Instant at) {
        return OrderPlaced.of(SHOP, OrderId.of("1001"), Channel.of("web"), at).by(ANNA);
    }

    private static TwinEvent consent(Instant at) {
        return new ConsentChanged(EventHeader.of(SHOP, EntityKind.CONSENT, "anna", at), ANNA, "news", true);
    }

    @Test
    void nobody_is_forgotten_where_nobody_was_and_no_file_is_made() throws IOException {
        try (var forgotten = open()) {
            assertThat(forgotten.isEmpty()).isTrue();
            assertThat(owner(forgotten, order(NOON))).contains("subject/s-anna");
            assertThat(forgotten.owners(ANNA)).containsExactly("subject/s-anna");
        }
        assertThat(Files.exists(folder.resolve("forgotten"))).isFalse();
    }

    @Test
    void what_occurred_before_has_no_owner_and_a_later_order_has_a_new_one() throws IOException {
        try (var forgotten = open()) {
            forgotten.add(List.of(ANNA), NOON);

            assertThat(owner(forgotten, order(NOON))).isEmpty();
            assertThat(owner(forgotten, consent(NOON.plusSeconds(1)))).isEmpty();
            assertThat(owner(forgotten, order(NOON.plusSeconds(1)))).contains("returned/1/s-anna");
            assertThat(forgotten.since(BERT, NOON)).isFalse();
        }
    }

    @Test
    void other_events_follow_once_the_later_order_has_made_a_key() throws IOException {
        try (var forgotten = open()) {
            forgotten.add(List.of(ANNA), NOON);
            keys.add("returned/1/s-anna");

            assertThat(owner(forgotten, consent(NOON.plusSeconds(1)))).contains("returned/1/s-anna");
            assertThat(owner(forgotten, consent(NOON))).isEmpty();
        }
    }

    @Test
    void who_is_forgotten_again_loses_every_key_of_before_and_it_outlasts_a_restart() throws IOException {
        try (var forgotten = open()) {
            forgotten.add(List.of(ANNA, BERT), NOON);
            forgotten.add(List.of(ANNA), NOON.plusSeconds(60));
        }
        try (var again = open()) {
            assertThat(again.owners(ANNA)).containsExactly("returned/1/s-anna", "subject/s-anna");
            assertThat(again.since(ANNA, NOON.plusSeconds(60))).isTrue();
            assertThat(again.since(BERT, NOON.plusSeconds(60))).isFalse();
            assertThat(owner(again, order(NOON.plusSeconds(61)))).contains("returned/2/s-anna");
        }
    }

    private record KeysOf(Set<String> keys) implements PersonalCipher {

        @Override
        public byte[] seal(String owner, byte[] context, String value) {
            return PLAIN.seal(owner, context, value);
        }

        @Override
        public boolean hasKey(String owner) {
            return keys.contains(owner);
        }

        @Override
        public Optional<String> open(String owner, byte[] context, byte[] sealed) {
            return PLAIN.open(owner, context, sealed);
        }
    }
}
