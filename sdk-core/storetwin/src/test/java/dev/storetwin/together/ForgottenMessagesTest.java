package dev.storetwin.together;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Erasure;
import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Receipt;
import dev.storetwin.platform.Translation;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Role;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What inboxes hold of somebody who is forgotten: bodies in their platform's own words. */
class ForgottenMessagesTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant BEFORE = NOON.minusSeconds(86_400);
    private static final Source SHOP = Source.of("shop");
    private static final Actor DESK = new Actor(Role.OPERATOR, "privacy-desk");

    @TempDir
    private Path folder;

    private final Customer anna = Customer.named("anna");
    private final TwinEvent told = anna.claim(BEFORE);

    private Twin twin(Path directory) {
        return StoreTwin.builder()
                .clock(new MovableClock(NOON))
                .dataDirectory(directory)
                .build();
    }

    private Path directory() {
        return folder.resolve("twin");
    }

    private Erasure erase(Twin twin) {
        return twin.people().erase(anna.subject(), DESK);
    }

    private Translation understood(PlatformMessage message) {
        return new Translation.Translated(List.of(told));
    }

    private static Translation notUnderstood(PlatformMessage message) {
        return new Translation.Quarantined("expected another version", "$.customer");
    }

    private PlatformMessage message() {
        return PlatformMessage.of(Map.of("x-customer", anna.mail()), anna.mail().getBytes(UTF_8), NOON);
    }

    private void receive(Inbox inbox) {
        assertThat(inbox.receive(message()).toCompletableFuture().join()).isInstanceOf(Receipt.Kept.class);
    }

    /** What a later reader finds parked, as far as the keys open it. */
    private static List<String> parkedIn(Twin twin) {
        PayloadTranslator nothing = ForgottenMessagesTest::notUnderstood;
        try (var inbox = twin.platforms().inbox(SHOP, nothing)) {
            return inbox.parked().stream().map(Object::toString).toList();
        }
    }

    @Test
    void a_message_that_was_delivered_cannot_be_read_in_any_copy() throws IOException {
        var copy = folder.resolve("copy");
        try (var twin = twin(directory());
                var inbox = twin.platforms().inbox(SHOP, ForgottenMessagesTest::notUnderstood)) {
            receive(inbox);
        }
        copy(directory(), copy);

        try (var twin = twin(directory());
                var inbox = twin.platforms().inbox(SHOP, this::understood)) {
            var number = inbox.parked().get(0).number();
            assertThat(inbox.retry(number, it -> it).toCompletableFuture().join())
                    .isTrue();

            assertThat(erase(twin).open()).isEmpty();
        }
        try (var twin = twin(copy)) {
            assertThat(parkedIn(twin)).as("with its keys").hasSize(1);
        }
        copy(directory().resolve("keys"), copy.resolve("keys"));
        try (var twin = twin(copy)) {
            assertThat(parkedIn(twin)).as("without its keys").isEmpty();
        }
    }

    @Test
    void messages_that_are_on_their_way_are_delivered_first() {
        try (var twin = twin(directory());
                var inbox = twin.platforms().inbox(SHOP, this::understood)) {
            for (int i = 0; i < 100; i++) {
                receive(inbox);
            }
            assertThat(erase(twin).open()).isEmpty();

            assertThat(inbox.status().waiting()).isZero();
            receive(inbox);
        }
        assertThat(Remains.readableIn(directory())).contains("s-anna").doesNotContain(anna.mail());
    }

    @Test
    void a_message_that_nobody_understood_is_named_until_somebody_has_looked_at_it() {
        try (var twin = twin(directory());
                var inbox = twin.platforms().inbox(SHOP, ForgottenMessagesTest::notUnderstood)) {
            receive(inbox);

            var erasure = erase(twin);
            assertThat(erasure.isComplete()).isFalse();
            assertThat(erasure.open().orElseThrow())
                    .contains("1 messages parked in the inbox of shop", "discarded, and erase the person again")
                    .doesNotContain(anna.mail());
            var number = inbox.parked().get(0).number();

            assertThat(inbox.discard(number).toCompletableFuture().join()).isTrue();
            assertThat(erase(twin).isComplete()).isTrue();
        }
    }

    @Test
    void messages_in_an_inbox_that_is_not_open_are_named_and_stay() {
        try (var twin = twin(directory())) {
            try (var inbox = twin.platforms().inbox(SHOP, ForgottenMessagesTest::notUnderstood)) {
                receive(inbox);
            }
            assertThat(erase(twin).open().orElseThrow()).contains("1 messages wait in", "an inbox that is not open");
            assertThat(parkedIn(twin)).hasSize(1);
        }
    }

    @Test
    void an_inbox_without_messages_is_no_reason_to_ask_again() {
        try (var twin = twin(directory())) {
            try (var inbox = twin.platforms().inbox(SHOP, ForgottenMessagesTest::notUnderstood)) {
                receive(inbox);
                assertThat(erase(twin).open()).isPresent();
                var number = inbox.parked().get(0).number();
                assertThat(inbox.discard(number).toCompletableFuture().join()).isTrue();
            }
            assertThat(erase(twin).open()).isEmpty();
            assertThat(erase(twin).open()).isEmpty();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.deleteIfExists(target);
                    Files.copy(path, target);
                }
            }
        }
    }
}
