package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.journal.ForcePolicy;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.testing.disk.HandAlarm;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.TaxMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTwinTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Currency EUR = Currency.getInstance("EUR");

    @TempDir
    private Path folder;

    private StoreTwinBuilder builder() {
        return StoreTwin.builder()
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .vault(new PlainVault())
                .dataDirectory(folder.resolve("twin"));
    }

    private static OrderPlaced order(int number) {
        return OrderPlaced.of(
                SHOP,
                OrderId.of("order-" + number),
                WEB,
                NOON.minusSeconds(number * 3_600L),
                OrderLine.of("1", MUG, Quantity.of(1 + number % 3), Money.of("9.90", EUR), TaxMode.GROSS));
    }

    private static StockCounted count(int units) {
        return StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(units), NOON);
    }

    private static double sold(Twin twin) {
        return twin.state()
                .demand()
                .sales(MUG, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1))
                .totalUnits();
    }

    @Test
    void what_was_accepted_is_there_after_a_restart() {
        double sold;
        try (var twin = builder().build()) {
            IntStream.range(0, 50).forEach(it -> twin.accept(order(it)));
            twin.accept(count(7));
            sold = sold(twin);
        }

        try (var again = builder().build()) {
            assertThat(again.state().revision()).isEqualTo(51);
            assertThat(sold(again)).isEqualTo(sold).isPositive();
            assertThat(again.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(7));
            assertThat(again.accept(count(7))).isInstanceOf(Acceptance.Duplicate.class);
        }
    }

    @Test
    void an_offered_event_is_visible_once_its_stage_completes() {
        try (var twin = builder().build()) {
            var answer = twin.offer(count(3)).toCompletableFuture().join();

            assertThat(answer).isInstanceOf(Acceptance.Accepted.class);
            assertThat(twin.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(3));
            assertThat(twin.backlog().capacity()).isPositive();
        }
    }

    @Test
    void the_kill_switch_survives_a_restart() {
        try (var twin = builder().build()) {
            twin.controls().stop(new Actor(Role.OPERATOR, "night-shift"), "prices look wrong");
        }

        try (var again = builder().build()) {
            assertThat(again.state().commitments().killSwitchEngaged()).isTrue();
        }
    }

    @Test
    void what_was_known_at_a_revision_can_be_asked_for() {
        try (var twin = builder().build()) {
            twin.accept(count(3));
            long before = twin.state().revision();
            twin.accept(PriceChanged.of(SHOP, MUG, WEB, Money.of("5.00", EUR), NOON.minusSeconds(60)));

            var past = twin.knownAt(before).orElseThrow();

            assertThat(past.revision()).isEqualTo(before);
            assertThat(past.catalog().price(MUG, WEB, NOON)).isEmpty();
            assertThat(past.stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(3));
            assertThat(twin.knownAt(twin.state().revision())).contains(twin.state());
            assertThat(twin.knownAt(99)).isEmpty();
        }
    }

    @Test
    void a_second_twin_on_the_directory_is_refused_by_name() {
        try (var first = builder().build()) {
            assertThatThrownBy(() -> builder().build())
                    .hasMessageContaining(folder.resolve("twin").toString());
            assertThat(first.accept(count(1)).isKnown()).isTrue();
        }
    }

    @Test
    void the_directory_of_another_shop_is_refused() {
        try (var twin = builder().build()) {
            twin.accept(count(1));
        }

        assertThatThrownBy(() -> builder().zone(ZoneId.of("Europe/Berlin")).build())
                .hasMessageContaining("Europe/Berlin")
                .hasMessageContaining("keeps its time zone");
        builder().build().close();
    }

    @Test
    void a_directory_with_other_things_in_it_is_left_alone() throws Exception {
        var photos = Files.createDirectories(folder.resolve("twin"));
        Files.writeString(photos.resolve("holiday.jpg"), "sea");

        assertThatThrownBy(() -> builder().build()).hasMessageContaining("holiday.jpg");
        try (var files = Files.list(photos)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void no_thread_is_left_after_closing() {
        var twin = builder().build();
        twin.accept(count(1));

        twin.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .noneMatch(it -> it.startsWith("storetwin-"));
        assertThat(twin.accept(count(2))).isInstanceOf(Acceptance.Unavailable.class);
    }

    @Test
    void a_loaded_history_is_kept_too() {
        try (var twin = builder().build()) {
            var report = twin.load(IntStream.range(0, 9_000).mapToObj(DurableTwinTest::order));
            assertThat(report.accepted()).isEqualTo(9_000);
        }

        try (var again = builder().build()) {
            assertThat(again.state().orders().count()).isEqualTo(9_000);
        }
    }

    @Test
    void a_start_from_a_snapshot_is_a_start_from_the_first_event() throws Exception {
        var often = DurabilityOptions.DEFAULT.withSnapshotEvery(100);
        Fingerprint root;
        try (var twin = builder().durability(often).build()) {
            IntStream.range(0, 250).forEach(it -> twin.accept(order(it)));
            root = ((ShopState) twin.state()).root();
        }
        try (var files = Files.list(folder.resolve("twin/snapshots"))) {
            assertThat(files).isNotEmpty();
        }

        try (var again = builder().build()) {
            assertThat(((ShopState) again.state()).root()).isEqualTo(root);
            assertThat(again.state().revision()).isEqualTo(250);
            assertThat(again.accept(order(249))).isInstanceOf(Acceptance.Duplicate.class);
        }
    }

    @Test
    void a_person_is_forgotten_and_every_figure_stays() throws Exception {
        var ann = SubjectId.of("s-ann");
        try (var twin = builder().build()) {
            twin.accept(order(1).by(ann));
            twin.accept(new IdentityClaimed(
                    EventHeader.of(SHOP, EntityKind.SUBJECT, ann.value(), NOON),
                    ann,
                    List.of(Claim.of(ClaimKind.EMAIL, "ann@example.org"))));
            var before = exported(twin, ann);
            double sold = sold(twin);

            var erasure = twin.people().erase(ann, new Actor(Role.OPERATOR, "privacy-desk"));

            assertThat(before).contains("ann@example.org");
            assertThat(erasure.isComplete()).isTrue();
            assertThat(exported(twin, ann)).doesNotContain("ann@example.org").contains("s-ann");
            assertThat(sold(twin)).isEqualTo(sold);
        }
    }

    private static String exported(Twin twin, SubjectId subject) throws IOException {
        var out = new ByteArrayOutputStream();
        twin.people().export(subject, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void without_a_directory_there_is_no_key_to_destroy_and_the_answer_says_so() {
        try (var twin = StoreTwin.builder().build()) {
            var erasure = twin.people().erase(SubjectId.of("s-ann"), new Actor(Role.OPERATOR, "privacy-desk"));

            assertThat(erasure.isComplete()).isFalse();
            assertThat(erasure.open().orElseThrow()).contains("no keys");
        }
    }

    @Test
    void a_subscriber_hears_of_what_was_accepted_and_of_the_end() throws Exception {
        var heard = new ArrayBlockingQueue<String>(16);
        try (var twin = builder().build()) {
            twin.changes(Subscription.DEFAULT).subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscription.request(Long.MAX_VALUE);
                }

                @Override
                public void onNext(StateChange change) {
                    heard.add(change.skus().toString());
                }

                @Override
                public void onError(Throwable failure) {
                    heard.add(failure.toString());
                }

                @Override
                public void onComplete() {
                    heard.add("the end");
                }
            });
            twin.accept(count(4));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("[MUG-1]");
        }
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("the end");
    }

    @Test
    void closing_works_off_what_waits() {
        List<CompletionStage<Acceptance>> answers;
        try (var twin = builder().build()) {
            answers = IntStream.range(0, 5_000)
                    .mapToObj(it -> twin.offer(order(it)))
                    .toList();
        }

        assertThat(answers)
                .allSatisfy(it -> assertThat(it.toCompletableFuture().join()).isInstanceOf(Acceptance.Accepted.class));
    }

    @Test
    void events_are_on_disk_in_time_though_none_follows() {
        var disk = new FaultyDisk(1);
        folder.resolve("twin").toFile().mkdir();
        var alarm = new HandAlarm();
        var weaker = DurabilityOptions.DEFAULT.withForce(ForcePolicy.every(Duration.ofSeconds(1)));
        var twin = builder()
                .disk(disk)
                .alarm(alarm)
                .durability(weaker)
                .vault(new PlainVault())
                .build();
        var first = order(1);
        twin.accept(first);
        assertThat(alarm.waiting()).contains(Duration.ofSeconds(1));
        alarm.ring();
        assertThat(alarm.waiting()).isEmpty();
        twin.accept(order(2));

        var after = disk.afterPowerCut();
        twin.close();

        try (var again = builder()
                .disk(after)
                .alarm(new HandAlarm())
                .vault(new PlainVault())
                .build()) {
            assertThat(again.state().orders().find(first.order())).isPresent();
        }
    }

    @Test
    void a_branch_makes_no_keys_for_the_people_in_its_events() {
        var vault = new PlainVault();
        try (var twin = builder().vault(vault).build()) {
            twin.accept(claim("s-ann", "ann@example.org"));
            var owners = vault.owners();
            var branch = twin.scenario();

            assertThat(branch.accept(claim("s-nobody", "nobody@example.org"))).isInstanceOf(Acceptance.Accepted.class);
            assertThat(branch.accept(claim("s-nobody", "nobody@example.org"))).isInstanceOf(Acceptance.Duplicate.class);
            assertThat(branch.accept(claim("s-ann", "ann@example.org"))).isInstanceOf(Acceptance.Duplicate.class);

            assertThat(vault.owners()).isEqualTo(owners);
            assertThat(vault.hasKey("subject/s-nobody")).isFalse();
        }
    }

    private static IdentityClaimed claim(String subject, String address) {
        return new IdentityClaimed(
                EventHeader.of(SHOP, EntityKind.SUBJECT, subject, NOON),
                SubjectId.of(subject),
                List.of(Claim.of(ClaimKind.EMAIL, address)));
    }

    @Test
    void no_room_for_a_key_is_an_answer_and_the_twin_goes_on_when_there_is_room() {
        var vault = new PlainVault();
        var ann = SubjectId.of("s-ann");
        var claim = new IdentityClaimed(
                EventHeader.of(SHOP, EntityKind.SUBJECT, ann.value(), NOON),
                ann,
                List.of(Claim.of(ClaimKind.EMAIL, "ann@example.org")));
        try (var twin = builder().vault(vault).build()) {
            vault.fill(true);
            assertThat(twin.accept(claim)).isInstanceOf(Acceptance.Unavailable.class);
            assertThat(twin.offer(claim).toCompletableFuture().join()).isInstanceOf(Acceptance.Unavailable.class);
            assertThat(twin.accept(count(1)).isKnown()).isTrue();

            vault.fill(false);

            assertThat(twin.accept(claim)).isInstanceOf(Acceptance.Accepted.class);
        }
    }

    @Test
    void a_full_disk_is_an_answer_and_nothing_acknowledged_is_lost_when_there_is_room_again() {
        var disk = new FaultyDisk(3);
        folder.resolve("twin").toFile().mkdir();
        try (var twin = builder().disk(disk).build()) {
            assertThat(twin.accept(order(1))).isInstanceOf(Acceptance.Accepted.class);
            disk.leaveRoom(30);

            assertThat(twin.accept(order(2)))
                    .isInstanceOfSatisfying(Acceptance.Unavailable.class, it -> assertThat(it.reason())
                            .isNotBlank());
            assertThat(twin.offer(order(3)).toCompletableFuture().join()).isInstanceOf(Acceptance.Unavailable.class);
            assertThat(twin.state().orders().count()).isEqualTo(1);
            assertThat(twin.load(Stream.of(order(4))).accepted()).isZero();
            disk.makeRoom();

            assertThat(twin.accept(order(5))).isInstanceOf(Acceptance.Accepted.class);
            assertThat(twin.accept(order(2))).isInstanceOf(Acceptance.Accepted.class);
        }

        try (var again = builder().disk(disk.afterPowerCut()).build()) {
            assertThat(again.state().revision()).isEqualTo(3);
            assertThat(List.of(1, 2, 5))
                    .allSatisfy(it -> assertThat(again.accept(order(it))).isInstanceOf(Acceptance.Duplicate.class));
            assertThat(again.accept(order(3))).isInstanceOf(Acceptance.Accepted.class);
        }
    }
}
