package dev.storetwin.core.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.ParkedMessage;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Receipt;
import dev.storetwin.platform.SignatureCheck;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.testing.disk.HandAlarm;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DurableInboxTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Source SHOP = Source.of("shop");
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
        public Optional<byte[]> open(int key, byte[] sealed) {
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
    private PayloadTranslator translator = this::translate;
    private Disk disk = new FileDisk();
    private Sealing sealing = MIRROR;
    private final HandAlarm alarm = new HandAlarm();
    private int closed;
    private boolean isTwinAway;
    private boolean isTwinFull;
    private int roomPerRing = Integer.MAX_VALUE;
    private int offeredSinceRing;

    private DurableInbox open() throws IOException {
        return open(new InboxThread(Runnable::run, alarm, () -> {}));
    }

    private DurableInbox open(InboxThread thread) throws IOException {
        return DurableInbox.open(
                new InboxPlace(disk, directory.resolve("inbox"), sealing),
                settings,
                new PlatformAdapter(SHOP, verifier, translator),
                this::offer,
                thread,
                () -> closed++);
    }

    private Translation translate(PlatformMessage message) {
        var text = text(message);
        if (text.startsWith("broken")) {
            throw new IllegalStateException("secret " + text);
        }
        return text.startsWith("bad")
                ? new Translation.Quarantined("Expected a SKU.", "$.sku")
                : new Translation.Translated(List.of(count(text)));
    }

    private TwinEvent count(String sku) {
        return StockCounted.of(SHOP, Sku.of(sku), NodeId.of("LEIPZIG"), Quantity.of(1), NOON);
    }

    private static String text(PlatformMessage message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    private CompletionStage<Acceptance> offer(TwinEvent event) {
        if (isTwinAway) {
            return CompletableFuture.failedFuture(new UncheckedIOException(new IOException("disk full")));
        }
        var sku = ((StockCounted) event).sku().value();
        if (isTwinFull || sku.startsWith("POISON") || offeredSinceRing++ >= roomPerRing) {
            return CompletableFuture.completedFuture(new Acceptance.Unavailable("The queue is full."));
        }
        if (sku.equals("CRASH")) {
            throw new StackOverflowError();
        }
        applied.add(sku);
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

    private static void work(Queue<Runnable> tasks) {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
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

    private void translates(Supplier<Translation> other) {
        translator = message -> text(message).startsWith("odd") ? other.get() : translate(message);
    }

    private static Stream<Throwable> whatAdaptersThrow() {
        return Stream.of(
                new NoClassDefFoundError("x"),
                new StackOverflowError(),
                new AssertionError("secret"),
                new OutOfMemoryError("one huge array"),
                new IOException("no compiler saw it"),
                new IllegalStateException("secret"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException thrown(Throwable any) throws T {
        throw (T) any;
    }

    @ParameterizedTest
    @MethodSource("whatAdaptersThrow")
    void a_translator_may_throw_whatever_it_likes(Throwable fault) throws IOException {
        translates(() -> {
            throw DurableInboxTest.<RuntimeException>thrown(fault);
        });
        try (var inbox = open()) {
            now(inbox.receive(message("odd")));
            now(inbox.receive(message("MUG")));

            assertThat(applied).containsExactly("MUG");
            assertThat(inbox.parked())
                    .extracting(ParkedMessage::reason)
                    .containsExactly(
                            "The translator failed: " + fault.getClass().getSimpleName() + " ($)");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what a host without a checker may return
    void a_translator_that_says_nothing_at_all_is_parked_too() throws IOException {
        translates(() -> null);
        try (var inbox = open()) {
            now(inbox.receive(message("odd")));

            assertThat(inbox.parked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("whatAdaptersThrow")
    void what_a_verifier_throws_at_is_not_kept_and_may_come_again(Throwable fault) throws IOException {
        verifier = Optional.of(it -> {
            throw DurableInboxTest.<RuntimeException>thrown(fault);
        });
        try (var inbox = open()) {
            assertThat(now(inbox.receive(message("MUG"))))
                    .isInstanceOfSatisfying(Receipt.Busy.class, it -> assertThat(it.reason())
                            .contains("could not be checked")
                            .doesNotContain("secret"));
            assertThat(inbox.status().received()).isZero();
        }
        assertThat(applied).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // what a host without a checker may return
    void a_verifier_that_says_nothing_at_all_lets_nothing_in() throws IOException {
        verifier = Optional.of(it -> null);
        try (var inbox = open()) {
            assertThat(now(inbox.receive(message("MUG"))).isKept()).isFalse();
        }
        assertThat(applied).isEmpty();
    }

    /** Keys that have no room, as when their disk is full. */
    private static final class FullKeys implements Sealing {

        private boolean isFull = true;

        @Override
        public byte[] seal(byte[] plain) {
            return MIRROR.seal(plain);
        }

        @Override
        public Optional<byte[]> open(int key, byte[] sealed) {
            return MIRROR.open(key, sealed);
        }

        @Override
        public void force() {
            if (isFull) {
                throw new UncheckedIOException("Keys cannot be written.", new IOException("No space left"));
            }
        }
    }

    @Test
    void without_room_for_its_key_an_inbox_is_busy_and_goes_on_when_there_is_some() throws IOException {
        var keys = new FullKeys();
        sealing = keys;
        try (var inbox = open()) {
            assertThat(now(inbox.receive(message("MUG"))))
                    .isInstanceOfSatisfying(
                            Receipt.Busy.class, it -> assertThat(it.reason()).contains("Keys cannot be written"));
            assertThat(inbox.status().load()).isZero();

            keys.isFull = false;

            assertThat(now(inbox.receive(message("MUG"))).isKept()).isTrue();
            assertThat(applied).containsExactly("MUG");
        }
    }

    @Test
    void a_full_disk_makes_it_busy_and_nothing_that_was_kept_is_lost() throws IOException {
        var faulty = new FaultyDisk(1);
        disk = faulty;
        isTwinAway = true;
        try (var inbox = open()) {
            now(inbox.receive(message("MUG")));
            faulty.leaveRoom(20);

            assertThat(now(inbox.receive(message("PAN")))).isInstanceOf(Receipt.Busy.class);
            faulty.makeRoom();
            assertThat(now(inbox.receive(message("BOWL"))).isKept()).isTrue();
        }
        isTwinAway = false;

        try (var inbox = open()) {
            assertThat(applied).containsExactly("MUG", "BOWL");
            assertThat(inbox.status().waiting()).isZero();
        }
    }

    @Test
    void on_a_full_disk_what_must_be_parked_holds_up_no_other() throws IOException {
        var faulty = new FaultyDisk(1);
        disk = faulty;
        isTwinAway = true;
        translates(() -> new Translation.Translated(List.of()));
        try (var inbox = open()) {
            now(inbox.receive(message("odd")));
            now(inbox.receive(message("MUG")));
        }
        isTwinAway = false;
        translates(() -> new Translation.Quarantined("Expected a SKU.", "$.sku"));
        faulty.leaveRoom(0);

        try (var inbox = open()) {
            assertThat(applied).containsExactly("MUG");
            assertThat(inbox.status().waiting()).isZero();
        }
    }

    @Test
    void what_the_twin_had_no_room_for_is_offered_again_though_nobody_comes() throws IOException {
        try (var inbox = open()) {
            isTwinFull = true;
            now(inbox.receive(message("MUG")));
            now(inbox.receive(message("PAN")));
            alarm.ring();
            assertThat(inbox.status().waiting()).isEqualTo(2);

            isTwinFull = false;
            alarm.ring();

            assertThat(applied).containsExactlyInAnyOrder("MUG", "PAN");
            assertThat(inbox.status().waiting()).isZero();
            assertThat(alarm.waiting()).isEmpty();
        }
    }

    @Test
    void it_waits_twice_as_long_each_time_and_a_minute_at_most_until_something_was_taken() throws IOException {
        try (var inbox = open()) {
            isTwinFull = true;
            now(inbox.receive(message("MUG")));
            var waits = new ArrayList<Long>();
            for (int i = 0; i < 8; i++) {
                waits.add(alarm.waiting().orElseThrow().toSeconds());
                alarm.ring();
            }
            assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);

            isTwinFull = false;
            alarm.ring();
            isTwinFull = true;
            now(inbox.receive(message("PAN")));

            assertThat(alarm.waiting()).contains(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_closed_inbox_tries_nothing_again() throws IOException {
        isTwinFull = true;
        var inbox = open();
        now(inbox.receive(message("MUG")));
        inbox.close();
        isTwinFull = false;

        assertThat(alarm.ring()).isFalse();
        assertThat(applied).isEmpty();
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void of_a_message_with_more_events_than_the_twin_has_room_for_the_rest_is_offered_again() throws IOException {
        var skus = IntStream.range(0, 10).mapToObj(it -> "S-" + it).toList();
        translator = message ->
                new Translation.Translated(skus.stream().map(this::count).toList());
        roomPerRing = 3;
        try (var inbox = open()) {
            now(inbox.receive(message("all")));
            while (inbox.status().waiting() > 0) {
                offeredSinceRing = 0;
                assertThat(alarm.ring()).isTrue();
            }
        }
        assertThat(applied).containsExactlyElementsOf(skus);
    }

    @Test
    void what_the_twin_cannot_take_for_ever_starves_no_other() throws IOException {
        settings = InboxSettings.DEFAULT.withAtOnce(2);
        isTwinFull = true;
        try (var inbox = open()) {
            for (int i = 0; i < 4; i++) {
                now(inbox.receive(message("POISON-" + i)));
            }
            now(inbox.receive(message("MUG")));
            isTwinFull = false;
            for (int i = 0; i < 3; i++) {
                alarm.ring();
            }

            assertThat(applied).containsExactly("MUG");
            assertThat(inbox.status().waiting()).isEqualTo(4);
        }
    }

    @Test
    void an_event_at_which_the_twin_fails_is_parked() throws IOException {
        try (var inbox = open()) {
            now(inbox.receive(message("CRASH")));
            now(inbox.receive(message("MUG")));

            assertThat(applied).containsExactly("MUG");
            assertThat(inbox.parked())
                    .extracting(ParkedMessage::reason)
                    .containsExactly("The twin failed at it: StackOverflowError");
        }
    }

    @Test
    void a_repair_that_fails_says_so_and_the_message_stays_parked() throws IOException {
        try (var inbox = open()) {
            now(inbox.receive(message("bad-1")));
            long number = inbox.parked().get(0).number();

            var failed = inbox.retry(number, it -> {
                throw new AssertionError("no such repair");
            });

            assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
            assertThat(now(inbox.retry(number, it -> message("MUG")))).isTrue();
            assertThat(applied).containsExactly("MUG");
        }
    }

    @Test
    void a_message_keeps_its_number_from_its_receipt_to_its_end() throws IOException {
        settings = InboxSettings.DEFAULT.withSegmentBytes(16_384);
        long number;
        try (var inbox = open()) {
            number = ((Receipt.Kept) now(inbox.receive(message("bad-1")))).number();
            for (int i = 0; i < 2_500; i++) {
                now(inbox.receive(message("SKU-" + i)));
            }
            assertThat(inbox.parked()).extracting(ParkedMessage::number).containsExactly(number);
        }
        try (var inbox = open()) {
            assertThat(inbox.parked()).extracting(ParkedMessage::number).containsExactly(number);
            assertThat(now(inbox.discard(number))).isTrue();
        }
    }

    @Test
    void what_was_given_up_stays_so_after_a_loss_of_power() throws IOException {
        var faulty = new FaultyDisk(1);
        disk = faulty;
        var lost = open();
        now(lost.receive(message("bad-1")));
        now(lost.receive(message("bad-2")));
        assertThat(now(lost.discard(lost.parked().get(0).number()))).isTrue();

        disk = faulty.afterPowerCut();
        try (var inbox = open()) {
            assertThat(inbox.parked()).hasSize(1);
        }
    }

    @Test
    void thousands_of_parked_messages_cost_the_others_little() throws IOException {
        var faulty = new FaultyDisk(1);
        disk = faulty;
        settings = InboxSettings.DEFAULT.withSegmentBytes(65_536);
        try (var inbox = open()) {
            for (int i = 0; i < 3_000; i++) {
                now(inbox.receive(message("bad-" + i)));
            }
            long before = faulty.operations();
            for (int i = 0; i < 4_000; i++) {
                now(inbox.receive(message("SKU-" + i)));
            }

            assertThat(inbox.parked()).hasSize(3_000);
            assertThat(faulty.operations() - before).isLessThan(4 * 4_000);
        }
    }

    @Test
    void a_message_that_is_too_large_is_turned_away_for_good() throws IOException {
        settings = InboxSettings.DEFAULT.withMessageBytes(1_000);
        try (var inbox = open()) {
            assertThat(now(inbox.receive(message("M".repeat(1_001)))))
                    .isInstanceOfSatisfying(Receipt.Rejected.class, it -> assertThat(it.reason())
                            .contains("may have 1000", "withMessageBytes"));
            var endless = PlatformMessage.of(Map.of("X-Topic", "t".repeat(1_000)), new byte[0], NOON);
            assertThat(now(inbox.receive(endless))).isInstanceOf(Receipt.Rejected.class);
            assertThat(now(inbox.receive(message("MUG"))).isKept()).isTrue();
        }
    }

    @Test
    void a_message_without_body_and_headers_is_kept_and_its_translator_decides() throws IOException {
        translator = message ->
                message.body().length == 0 ? new Translation.Quarantined("Expected JSON.", "$") : translate(message);
        try (var inbox = open()) {
            assertThat(now(inbox.receive(PlatformMessage.of(Map.of(), new byte[0], NOON)))
                            .isKept())
                    .isTrue();
            assertThat(inbox.parked()).extracting(ParkedMessage::reason).containsExactly("Expected JSON. ($)");
        }
        try (var inbox = open()) {
            assertThat(inbox.parked()).hasSize(1);
        }
    }

    @Test
    void many_large_messages_come_in_one_batch() throws IOException {
        var tasks = new ArrayDeque<Runnable>();
        try (var inbox = open(new InboxThread(tasks::add, alarm, () -> {}))) {
            var receipts = IntStream.range(0, 20)
                    .mapToObj(it -> inbox.receive(message("bad" + "x".repeat(1 << 20))))
                    .toList();
            work(tasks);

            assertThat(receipts).allMatch(it -> now(it).isKept());
        }
    }

    @Test
    void it_cannot_be_closed_on_its_own_thread_and_says_what_to_do() throws IOException {
        var tasks = new ArrayDeque<Runnable>();
        try (var inbox = open(new InboxThread(tasks::add, alarm, () -> {}))) {
            var closing = inbox.receive(message("MUG")).thenAccept(it -> inbox.close());
            var next = inbox.receive(message("PAN"));
            work(tasks);

            assertThatThrownBy(() -> now(closing))
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inbox of shop")
                    .hasMessageContaining("thenRunAsync");
            assertThat(now(next).isKept()).isTrue();
        }
    }

    @Test
    void an_inbox_without_a_thread_to_work_on_is_busy() throws IOException {
        try (var inbox = open(new InboxThread(
                task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                alarm,
                () -> {}))) {
            assertThat(now(inbox.receive(message("MUG")))).isInstanceOf(Receipt.Busy.class);
            assertThat(now(inbox.receive(message("MUG")))).isInstanceOf(Receipt.Busy.class);
        }
    }

    @Test
    void its_own_thread_is_gone_after_the_end() throws Exception {
        var done = new CountDownLatch(200);
        var inbox = DurableInbox.open(
                new InboxPlace(disk, directory.resolve("own"), MIRROR),
                settings,
                new PlatformAdapter(SHOP, verifier, this::translate),
                event -> {
                    done.countDown();
                    return CompletableFuture.completedFuture(ACCEPTED);
                },
                () -> {});

        for (int i = 0; i < 200; i++) {
            inbox.receive(message("SKU-" + i));
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        inbox.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(it -> it.getName().startsWith("storetwin-inbox"));
    }
}
