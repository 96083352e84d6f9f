package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.feature.ServedLogOptions;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a twin, and what the twin makes of it. */
class TwinInTroubleTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Actor DESK = new Actor(Role.OPERATOR, "night-shift");

    @TempDir
    private Path folder;

    private final PlainVault vault = new PlainVault();
    private final SettableClock clock = SettableClock.at(NOON);

    private StoreTwinBuilder builder() {
        return StoreTwin.builder().clock(clock).vault(vault).dataDirectory(folder.resolve("twin"));
    }

    private static StockCounted count(int units) {
        return StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(units), NOON.plusSeconds(units));
    }

    private static PriceChanged impossible(int number) {
        return PriceChanged.of(SHOP, MUG, Channel.of("web"), Money.of("-" + number, "EUR"), NOON.plusSeconds(number));
    }

    private static IdentityClaimed claim(String subject) {
        return new IdentityClaimed(
                EventHeader.of(SHOP, EntityKind.SUBJECT, subject, NOON),
                SubjectId.of(subject),
                List.of(Claim.of(ClaimKind.EMAIL, subject + "@example.org")));
    }

    @Test
    void no_room_for_a_key_breaks_a_load_off_and_what_came_before_stands() {
        try (var twin = builder().build()) {
            var events = Stream.<TwinEvent>iterate(count(1), it -> {
                        vault.fill(true);
                        return claim("s-ann");
                    })
                    .limit(2);
            vault.fill(true);

            var report = twin.load(Stream.of(claim("s-ann")));

            assertThat(report.brokeOff())
                    .hasValueSatisfying(it -> assertThat(it).contains("No space left for keys"));
            assertThat(twin.state().revision()).isZero();
            vault.fill(false);
            assertThat(twin.load(events).brokeOff()).isPresent();
        }
    }

    @Test
    void a_clock_that_was_set_back_keeps_nobody_from_stopping_and_releasing() {
        try (var twin = builder().build()) {
            twin.controls().stop(DESK, "prices look wrong");
            twin.controls().release(DESK, "they do not");
        }
        clock.set(NOON.minus(Duration.ofHours(3)));

        try (var again = builder().build()) {
            again.controls().stop(DESK, "now they do");
            assertThat(again.state().commitments().killSwitchEngaged()).isTrue();
        }
        try (var third = builder().build()) {
            assertThat(third.state().commitments().killSwitchEngaged()).isTrue();
            third.controls().release(DESK, "no more");
            assertThat(third.state().commitments().killSwitchEngaged()).isFalse();
        }
    }

    @Test
    void a_damaged_quarantine_is_set_aside_and_the_twin_opens() throws IOException {
        try (var twin = builder().build()) {
            for (int i = 1; i < 20; i++) {
                assertThat(twin.accept(impossible(i))).isInstanceOf(Acceptance.Quarantined.class);
            }
            twin.accept(count(1));
        }
        damage(folder.resolve("twin/quarantine"));

        try (var again = builder().build()) {
            assertThat(again.state().revision()).isEqualTo(1);
            assertThat(again.quarantine().events()).isEmpty();
            assertThat(again.accept(impossible(30))).isInstanceOf(Acceptance.Quarantined.class);
            assertThat(again.quality().toMarkdown()).contains("quarantine");
        }
        try (var third = builder().build()) {
            assertThat(third.quarantine().events()).hasSize(1);
        }
    }

    /** In the midst of what was forced. */
    private static void damage(Path directory) throws IOException {
        for (var file : files(directory)) {
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void a_second_close_does_nothing() throws IOException {
        var twin = builder().build();
        twin.accept(count(1));
        twin.close();
        var heartbeats = folder.resolve("twin/heartbeats");
        Files.delete(heartbeats);

        twin.close();

        assertThat(heartbeats).doesNotExist();
    }

    @Test
    void a_closed_twin_takes_nothing_and_still_tells_what_it_knew() {
        var twin = builder().build();
        twin.accept(count(1));
        twin.accept(impossible(1));
        twin.close();

        var closed = new Acceptance.Unavailable("The twin is closed.");
        assertThat(twin.accept(count(2))).isEqualTo(closed);
        assertThat(twin.offer(count(2)).toCompletableFuture().join()).isEqualTo(closed);
        assertThat(twin.load(Stream.of(count(2))).brokeOff()).contains(closed.reason());
        assertThat(twin.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(1));
        assertThat(twin.pricing().recommend(MUG, Channel.of("web")).action()).isEmpty();
        assertThat(twin.quality().sources()).hasSize(1);
        assertThat(twin.quarantine().events()).hasSize(1);
        assertThat(twin.quarantine().replay(it -> true, it -> it).accepted()).isZero();
    }

    @Test
    void a_step_that_fails_last_leaves_nothing_open() {
        var disk = new FaultyDisk(7);
        builder().disk(disk).build().close();
        var served = folder.resolve("twin").toAbsolutePath().resolve("served");
        assertThatThrownBy(() -> {
                    disk.create(served).close();
                    builder().disk(disk).servedLog(ServedLogOptions.DEFAULT).build();
                })
                .isInstanceOf(UncheckedIOException.class);

        assertThat(disk.openHandles()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .noneMatch(it -> it.startsWith("storetwin-"));
    }
}
