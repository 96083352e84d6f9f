package dev.storetwin.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Receipt;
import dev.storetwin.platform.SignatureCheck;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableInboxTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Acceptance ACCEPTED = new Acceptance.Accepted(1, Optional.empty());

    /** Turns every letter around, so that plaintext would be seen. */
    private static final Sealing MIRROR = new Sealing() {
        @Override
        public byte[] seal(byte[] plain) {
            var sealed = plain.clone();
            for (int i = 0; i < sealed.length; i++) {
                sealed[i] ^= 0x55;
            }
            return sealed;
        }

        @Override
        public Optional<byte[]> open(byte[] sealed) {
            return Optional.of(seal(sealed));
        }

        @Override
        public void force() {}
    };

    @TempDir
    Path directory;

    private final List<String> applied = new ArrayList<>();
    private InboxSettings settings = InboxSettings.DEFAULT;
    private Optional<SignatureVerifier> verifier = Optional.empty();
    private boolean isTwinAway;
    private boolean isTwinFull;

    private DurableInbox open() throws IOException {
        return DurableInbox.open(
                new FileDisk(),
                directory.resolve("inbox"),
                settings,
                MIRROR,
                verifier,
                this::translate,
                this::offer,
                Optional.of(Runnable::run));
    }

    private Translation translate(PlatformMessage message) {
        var text = text(message);
        if (text.startsWith("broken")) {
            throw new IllegalStateException("secret " + text);
        }
        return text.startsWith("bad")
                ? new Translation.Quarantined("Expected a SKU.", "$.sku")
                : new Translation.Translated(List.of(
                        StockCounted.of(Source.of("shop"), Sku.of(text), NodeId.of("LEIPZIG"), Quantity.of(1), NOON)));
    }

    private static String text(PlatformMessage message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    private CompletionStage<Acceptance> offer(TwinEvent event) {
        if (isTwinAway) {
            return CompletableFuture.failedFuture(new UncheckedIOException(new IOException("disk full")));
        }
        if (isTwinFull) {
            return CompletableFuture.completedFuture(new Acceptance.Unavailable("The queue is full."));
        }
        applied.add(((StockCounted) event).sku().value());
        return CompletableFuture.completedFuture(ACCEPTED);
    }

    private static PlatformMessage message(String body) {
        return PlatformMessage.of(
                        Map.of("X-Topic", "stock", "X-Secret", "hush"), body.getBytes(StandardCharsets.UTF_8), NOON)
                .withTopic("stock/counted");
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    void a_message_is_kept_and_applied() throws IOException {
        try (var inbox = open()) {
            var receipt = now(inbox.receive(message("MUG")));

            assertThat(receipt.isKept()).isTrue();
            assertThat(applied).containsExactly("MUG");
            assertThat(inbox.status().waiting()).isZero();
            assertThat(inbox.status().applied()).isEqualTo(1);
        }
    }

    @Test
    void what_the_twin_did_not_take_is_applied_after_the_inbox_is_opened_again() throws IOException {
        isTwinAway = true;
        try (var inbox = open()) {
            assertThat(now(inbox.receive(message("MUG"))).isKept()).isTrue();
            assertThat(now(inbox.receive(message("PAN"))).isKept()).isTrue();
            assertThat(inbox.status().waiting()).isEqualTo(2);
        }
        isTwinAway = false;

        try (var inbox = open()) {
            assertThat(applied).containsExactly("MUG", "PAN");
            assertThat(inbox.status().waiting()).isZero();
        }
        applied.clear();
        open().close();
        assertThat(applied).isEmpty();
    }

    @Test
    void what_the_twin_did_not_take_is_offered_again_with_the_next_message() throws IOException {
        try (var inbox = open()) {
            isTwinAway = true;
            now(inbox.receive(message("MUG")));
            isTwinAway = false;
            now(inbox.receive(message("PAN")));

            assertThat(applied).containsExactlyInAnyOrder("MUG", "PAN");
        }
    }

    @Test
    void what_the_twin_had_no_room_for_is_offered_again_with_the_next_message() throws IOException {
        try (var inbox = open()) {
            isTwinFull = true;
            now(inbox.receive(message("MUG")));
            isTwinFull = false;
            assertThat(inbox.status().waiting()).isEqualTo(1);

            now(inbox.receive(message("BOWL")));

            assertThat(applied).containsExactly("MUG", "BOWL");
            assertThat(inbox.status().waiting()).isZero();
        }
    }

    @Test
    void what_cannot_be_translated_is_parked_and_holds_up_no_other() throws IOException {
        try (var inbox = open()) {
            now(inbox.receive(message("bad-1")));
            now(inbox.receive(message("broken-1")));
            now(inbox.receive(message("MUG")));

            assertThat(applied).containsExactly("MUG");
            assertThat(inbox.parked())
                    .extracting(it -> it.reason())
                    .containsExactly("Expected a SKU. ($.sku)", "The translator failed: IllegalStateException ($)");
            assertThat(inbox.parked().get(0).topic()).contains("stock/counted");
        }
    }

    @Test
    void a_parked_message_waits_for_repair_across_a_restart() throws IOException {
        try (var inbox = open()) {
            now(inbox.receive(message("bad-1")));
        }

        try (var inbox = open()) {
            var parked = inbox.parked().get(0);
            assertThat(now(inbox.retry(parked.number(), UnaryOperator.identity())))
                    .isTrue();
            var again = inbox.parked().get(0);
            assertThat(now(inbox.retry(again.number(), it -> message("MUG")))).isTrue();

            assertThat(applied).containsExactly("MUG");
            assertThat(inbox.parked()).isEmpty();
            assertThat(now(inbox.retry(again.number(), UnaryOperator.identity())))
                    .isFalse();
        }
        assertThat(applied).containsExactly("MUG");
    }

    @Test
    void a_parked_message_can_be_given_up() throws IOException {
        try (var inbox = open()) {
            now(inbox.receive(message("bad-1")));

            assertThat(now(inbox.discard(inbox.parked().get(0).number()))).isTrue();
            assertThat(inbox.parked()).isEmpty();
        }
        try (var inbox = open()) {
            assertThat(inbox.parked()).isEmpty();
        }
    }

    @Test
    void a_forged_message_is_thrown_away_and_a_signed_one_says_so() throws IOException {
        verifier = Optional.of(it -> text(it).startsWith("forged")
                ? new SignatureCheck.Rejected("no secret fits")
                : new SignatureCheck.Verified());
        try (var inbox = open()) {
            assertThat(now(inbox.receive(message("forged")))).isEqualTo(new Receipt.Rejected("no secret fits"));
            now(inbox.receive(message("bad-1")));

            assertThat(inbox.status().received()).isEqualTo(1);
            assertThat(inbox.parked().get(0).isSigned()).isTrue();
        }
    }

    @Test
    void a_full_inbox_says_so_at_once() throws IOException {
        settings = InboxSettings.DEFAULT.withMessages(2);
        isTwinAway = true;
        try (var inbox = open()) {
            now(inbox.receive(message("A")));
            now(inbox.receive(message("B")));

            assertThat(now(inbox.receive(message("C")))).isInstanceOf(Receipt.Busy.class);
            assertThat(inbox.status().load()).isEqualTo(1);
        }
    }

    @Test
    void a_closed_inbox_says_so() throws IOException {
        var inbox = open();
        inbox.close();
        inbox.close();

        assertThat(now(inbox.receive(message("A")))).isInstanceOf(Receipt.Busy.class);
    }

    @Test
    void no_body_and_no_header_lies_open_on_disk_and_applied_ones_are_gone() throws IOException {
        try (var inbox = open()) {
            isTwinAway = true;
            now(inbox.receive(message("CONFIDENTIAL")));
            assertThat(onDisk()).doesNotContain("CONFIDENTIAL", "hush");
            assertThat(onDisk()).contains(sealed("CONFIDENTIAL"));

            isTwinAway = false;
            now(inbox.receive(message("MUG")));

            assertThat(inbox.status().waiting()).isZero();
            assertThat(onDisk()).doesNotContain(sealed("CONFIDENTIAL"));
        }
    }

    private static String sealed(String text) {
        return new String(MIRROR.seal(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
    }

    private String onDisk() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void a_long_life_leaves_little_on_disk_though_a_message_stays_parked() throws IOException {
        settings = InboxSettings.DEFAULT.withSegmentBytes(16_384);
        try (var inbox = open()) {
            now(inbox.receive(message("bad-1")));
            for (int i = 0; i < 4_000; i++) {
                now(inbox.receive(message("SKU-" + i)));
            }

            assertThat(inbox.parked()).hasSize(1);
            assertThat(onDisk().length()).isLessThan(300_000);
        }
        try (var inbox = open()) {
            assertThat(inbox.parked()).hasSize(1);
        }
        assertThat(applied).hasSize(4_000);
    }

    @Test
    void its_own_thread_is_gone_after_the_end() throws Exception {
        var done = new CountDownLatch(200);
        var inbox = DurableInbox.open(
                new FileDisk(),
                directory.resolve("own"),
                settings,
                MIRROR,
                verifier,
                this::translate,
                event -> {
                    done.countDown();
                    return CompletableFuture.completedFuture(ACCEPTED);
                },
                Optional.empty());

        for (int i = 0; i < 200; i++) {
            inbox.receive(message("SKU-" + i));
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        inbox.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(it -> it.getName().equals("storetwin-inbox"));
    }
}
