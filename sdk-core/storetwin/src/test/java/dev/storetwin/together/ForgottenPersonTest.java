package dev.storetwin.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Erasure;
import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read of a person once they were forgotten: nothing of before, whatever comes later. */
class ForgottenPersonTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant BEFORE = NOON.minusSeconds(86_400);
    private static final Instant AFTER = NOON.plusSeconds(86_400);
    private static final Actor DESK = new Actor(Role.OPERATOR, "privacy-desk");

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(NOON);
    private final Customer anna = Customer.named("anna");

    private Twin twin() {
        return StoreTwin.builder().clock(clock).dataDirectory(directory()).build();
    }

    private Path directory() {
        return folder.resolve("twin");
    }

    private Erasure erase(Twin twin) {
        return twin.people().erase(anna.subject(), DESK);
    }

    /** All that anybody can read, once the twin is closed: in the journal and in the quarantine. */
    private String readable() {
        var journal = Remains.readableIn(directory());
        try (var twin = twin()) {
            var refused = twin.quarantine().events().stream().map(it -> Remains.plain(it.event()));
            return Stream.concat(Stream.of(journal), refused).reduce("", String::concat);
        }
    }

    private static void all(Twin twin, List<TwinEvent> events) {
        assertThat(events).allSatisfy(it -> assertThat(twin.accept(it)).isInstanceOf(Acceptance.Accepted.class));
    }

    @Test
    void searches_of_a_visit_in_which_the_person_became_known_later_are_forgotten() {
        try (var twin = twin()) {
            all(twin, List.of(anna.searchUnknown("v-1", "gift for bert", BEFORE), anna.view("v-1", BEFORE)));
        }
        assertThat(readable()).contains("gift for bert");

        try (var twin = twin()) {
            assertThat(erase(twin).open()).isEmpty();
        }
        assertThat(readable()).contains("v-1").doesNotContain("gift for bert");
    }

    @Test
    void searches_of_others_stay() {
        var bert = Customer.named("bert");
        try (var twin = twin()) {
            all(
                    twin,
                    List.of(
                            bert.searchUnknown("v-2", "gift for anna", BEFORE),
                            bert.view("v-2", BEFORE),
                            bert.claim(BEFORE),
                            anna.view("v-1", BEFORE)));
            erase(twin);
        }
        assertThat(readable()).contains("gift for anna", bert.mail());
    }

    @Test
    void a_visit_is_forgotten_when_it_turns_out_later_whose_it_was() {
        try (var twin = twin()) {
            all(twin, List.of(anna.searchUnknown("v-1", "gift for bert", BEFORE), anna.claim(BEFORE)));
            erase(twin);

            all(twin, List.of(anna.view("v-1", BEFORE)));
        }
        assertThat(readable()).contains("v-1").doesNotContain("gift for bert");
    }

    @Test
    void what_happened_before_stays_forgotten_however_late_it_is_told() {
        try (var twin = twin()) {
            all(twin, List.of(anna.claim(BEFORE)));
            erase(twin);

            all(
                    twin,
                    List.of(
                            anna.claim(BEFORE.plusSeconds(1)),
                            anna.parcel("p-1", "1001", BEFORE),
                            anna.order("1001", BEFORE),
                            anna.parcel("p-2", "1001", BEFORE.plusSeconds(60)),
                            anna.scan("p-2", BEFORE.plusSeconds(90)),
                            anna.search("v-2", "red shoes", BEFORE)));
        }
        anna.assertUnreadable(readable());
        assertThat(readable()).contains("1001", "p-1", "p-2", "v-2").doesNotContain("red shoes");
    }

    @Test
    void the_same_delivery_again_brings_nothing_back_and_changes_no_figure() {
        var events = List.of(
                anna.claim(BEFORE),
                anna.order("1001", BEFORE),
                anna.parcel("p-1", "1001", BEFORE),
                anna.search("v-1", "red shoes", BEFORE));
        try (var twin = twin()) {
            all(twin, events);
            erase(twin);
            var before = (ShopState) twin.state();

            events.forEach(twin::accept);
            assertThat(events).allSatisfy(it -> assertThat(twin.accept(it)).isInstanceOf(Acceptance.Duplicate.class));

            assertThat(before.difference((ShopState) twin.state()).skus()).isEmpty();
            assertThat(twin.state()
                            .customers()
                            .find(anna.subject())
                            .orElseThrow()
                            .orders())
                    .isEqualTo(1);
        }
        anna.assertUnreadable(readable());
    }

    @Test
    void a_customer_who_orders_again_is_known_anew_from_that_order_on() {
        try (var twin = twin()) {
            all(twin, List.of(anna.claim(BEFORE), anna.order("1001", BEFORE)));
            erase(twin);
            clock.set(AFTER.plusSeconds(60));

            all(twin, List.of(anna.claim(AFTER)));
        }
        anna.assertUnreadable(readable());

        try (var twin = twin()) {
            all(twin, List.of(anna.order("1002", AFTER), anna.claim(AFTER.plusSeconds(1))));
            assertThat(twin.accept(anna.claim(BEFORE.plusSeconds(2)))).isInstanceOf(Acceptance.Stale.class);
        }
        assertThat(readable().split(anna.mail(), -1)).as("told once").hasSize(2);
        assertThat(readable()).contains(anna.postalCode());

        try (var twin = twin()) {
            assertThat(erase(twin).open()).isEmpty();
        }
        anna.assertUnreadable(readable());
    }

    @Test
    void parcels_of_an_order_that_was_never_let_in_are_forgotten_too() {
        try (var twin = twin()) {
            assertThat(twin.accept(anna.parcel("p-1", "1001", BEFORE))).isInstanceOf(Acceptance.Accepted.class);
            assertThat(twin.accept(anna.impossibleOrder("1001", BEFORE))).isInstanceOf(Acceptance.Quarantined.class);
        }
        assertThat(readable()).contains(anna.postalCode(), anna.tracking());

        try (var twin = twin()) {
            assertThat(erase(twin).open()).isEmpty();
            assertThat(twin.accept(anna.impossibleOrder("1001", BEFORE.plusSeconds(1))))
                    .isInstanceOf(Acceptance.Quarantined.class);
        }
        anna.assertUnreadable(readable());
    }

    @Test
    void an_order_that_was_taken_back_is_forgotten_too() {
        try (var twin = twin()) {
            all(
                    twin,
                    List.of(
                            anna.order("1001", BEFORE),
                            anna.parcel("p-1", "1001", BEFORE),
                            anna.takenBack("1001", BEFORE)));
            erase(twin);
        }
        anna.assertUnreadable(readable());
    }

    @Test
    void a_wish_that_a_platform_passes_on_is_granted_before_it_counts_as_heard() {
        try (var twin = twin()) {
            all(
                    twin,
                    List.of(
                            anna.claim(BEFORE),
                            anna.searchUnknown("v-1", "gift for bert", BEFORE),
                            anna.view("v-1", BEFORE),
                            anna.order("1001", BEFORE),
                            anna.parcel("p-1", "1001", BEFORE)));

            all(twin, List.of(anna.wishToBeForgotten(BEFORE.plusSeconds(60))));
        }
        anna.assertUnreadable(readable());
        assertThat(readable()).contains("v-1", "1001").doesNotContain("gift for bert");
    }

    @Test
    void a_history_with_the_wish_in_it_leaves_nothing_of_before() {
        try (var twin = twin()) {
            var report = twin.load(Stream.of(
                    anna.searchUnknown("v-1", "gift for bert", BEFORE),
                    anna.view("v-1", BEFORE),
                    anna.claim(BEFORE),
                    anna.parcel("p-1", "1001", BEFORE),
                    anna.order("1001", BEFORE),
                    anna.wishToBeForgotten(BEFORE.plusSeconds(60))));

            assertThat(report.accepted()).isEqualTo(6);
        }
        anna.assertUnreadable(readable());
        assertThat(readable()).contains("v-1", "1001").doesNotContain("gift for bert");
    }

    @Test
    void an_export_holds_visits_and_what_was_refused_and_after_forgetting_no_plain_value() throws IOException {
        try (var twin = twin()) {
            all(
                    twin,
                    List.of(
                            anna.searchUnknown("v-1", "gift for bert", BEFORE),
                            anna.view("v-1", BEFORE),
                            anna.parcel("p-1", "1001", BEFORE),
                            Customer.named("bert").claim(BEFORE)));
            twin.accept(anna.impossibleOrder("1001", BEFORE));

            assertThat(exported(twin))
                    .contains("gift for bert", anna.tracking(), "\"refused\":true", anna.postalCode())
                    .doesNotContain("bert@mail.invalid");
            erase(twin);

            anna.assertUnreadable(exported(twin));
            assertThat(exported(twin)).contains("v-1", "1001").doesNotContain("gift for bert");
        }
    }

    private String exported(Twin twin) throws IOException {
        var out = new ByteArrayOutputStream();
        twin.people().export(anna.subject(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void erasing_again_and_erasing_whom_nobody_knows_are_complete() {
        try (var twin = twin()) {
            all(twin, List.of(anna.claim(BEFORE)));

            assertThat(erase(twin).isComplete()).isTrue();
            assertThat(erase(twin).isComplete()).isTrue();
            assertThat(twin.people()
                            .erase(Customer.named("nobody").subject(), DESK)
                            .isComplete())
                    .isTrue();
        }
        anna.assertUnreadable(readable());
        assertThat(AuditVerifier.verify(directory().resolve("audit.jsonl"), Optional.empty())
                        .isSound())
                .isTrue();
    }

    @Test
    void nothing_of_what_is_on_its_way_meanwhile_stays_readable() {
        try (var twin = twin()) {
            List<CompletionStage<Acceptance>> offers = IntStream.range(0, 400)
                    .mapToObj(it -> it % 2 == 0
                            ? anna.parcel("p-" + it / 2, "o-" + it / 2, BEFORE.plusSeconds(it))
                            : anna.order("o-" + it / 2, BEFORE.plusSeconds(it)))
                    .map(twin::offer)
                    .toList();

            assertThat(erase(twin).open()).isEmpty();

            assertThat(offers)
                    .allSatisfy(
                            it -> assertThat(it.toCompletableFuture().join()).isInstanceOf(Acceptance.Accepted.class));
        }
        anna.assertUnreadable(readable());
    }

    @Test
    void the_root_of_before_is_the_same_without_the_keys() {
        ShopState before;
        try (var twin = twin()) {
            all(twin, List.of(anna.claim(BEFORE), anna.order("1001", BEFORE), anna.parcel("p-1", "1001", BEFORE)));
            before = (ShopState) twin.state();
            erase(twin);
        }
        try (var again = twin()) {
            var known = (ShopState) again.knownAt(before.revision()).orElseThrow();

            assertThat(known.root()).isEqualTo(before.root());
        }
    }
}
