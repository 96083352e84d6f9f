package dev.storetwin.together;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.feature.ServedLogOptions;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Translation;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Role;
import dev.storetwin.type.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every byte of every file that a twin writes, with a customer in all of its rooms. */
class NothingOnDiskTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant BEFORE = NOON.minusSeconds(86_400);
    private static final Source SHOP = Source.of("shop");
    private static final Actor DESK = new Actor(Role.OPERATOR, "privacy-desk");
    private static final String WORDS = "surprise for the neighbour";

    @TempDir
    private Path folder;

    private final Customer anna = Customer.named("anna");

    private Twin twin() {
        return StoreTwin.builder()
                .clock(new MovableClock(NOON))
                .durability(DurabilityOptions.DEFAULT.withSnapshotEvery(50).withDocumentBytes(1 << 10))
                .servedLog(ServedLogOptions.DEFAULT)
                .dataDirectory(directory())
                .build();
    }

    private Path directory() {
        return folder.resolve("twin");
    }

    private void live(Twin twin) {
        for (int i = 0; i < 100; i++) {
            twin.accept(anna.order("o-" + i, BEFORE.plusSeconds(i)));
            twin.accept(anna.parcel("p-" + i, "o-" + i, BEFORE.plusSeconds(i)));
        }
        List<TwinEvent> all = List.of(
                anna.claim(BEFORE),
                anna.searchUnknown("v-1", WORDS, BEFORE),
                anna.search("v-1", WORDS, BEFORE.plusSeconds(1)),
                anna.scan("p-1", BEFORE.plusSeconds(60)),
                anna.impossibleOrder("o-x", BEFORE),
                anna.parcel("p-x", "o-x", BEFORE));
        all.forEach(twin::accept);
        twin.features().vector(FeatureEntity.of(anna.subject()), "customer_spent_sum_364d");
    }

    private void receive(Twin twin) {
        try (var inbox = twin.platforms().inbox(SHOP, this::translated)) {
            inbox.receive(message("orders/create")).toCompletableFuture().join();
            inbox.receive(message("unknown")).toCompletableFuture().join();
        }
    }

    private Translation translated(PlatformMessage message) {
        return message.topic().filter("unknown"::equals).isPresent()
                ? new Translation.Quarantined("expected a known topic", "$")
                : new Translation.Translated(List.of(anna.order("o-inbox", BEFORE)));
    }

    private PlatformMessage message(String topic) {
        var body = String.join(",", plainText());
        return PlatformMessage.of(Map.of("x-customer", anna.mail()), body.getBytes(UTF_8), NOON)
                .withTopic(topic);
    }

    private List<String> plainText() {
        var all = new ArrayList<>(anna.plainText());
        all.add(WORDS);
        return all;
    }

    private void assertNothingOnDisk() {
        assertThat(Remains.filesOf(directory()))
                .allSatisfy((path, bytes) ->
                        assertThat(plainText()).as("in %s", path).noneMatch(bytes::contains));
    }

    private List<String> rooms() {
        return Remains.filesOf(directory()).keySet().stream()
                .map(it -> it.getName(0).toString())
                .collect(Collectors.toSet())
                .stream()
                .sorted()
                .toList();
    }

    @Test
    void nothing_personal_stands_in_any_file_before_a_person_is_forgotten_or_after() {
        try (var twin = twin()) {
            live(twin);
            receive(twin);
        }
        assertThat(rooms())
                .contains("archive", "audit.jsonl", "heartbeats", "inbox", "journal", "keys")
                .contains("quarantine", "served", "snapshots");
        assertThat(Remains.readableIn(directory())).contains(plainText());
        assertNothingOnDisk();

        long revision;
        Fingerprint root;
        try (var twin = twin()) {
            var before = (ShopState) twin.state();
            revision = before.revision();
            root = before.root();
            var erasure = twin.people().erase(anna.subject(), DESK);

            assertThat(erasure.open().orElseThrow()).contains("an inbox that is not open");
            assertThat(before.difference((ShopState) twin.state()).skus()).isEmpty();
        }
        assertThat(rooms()).contains("forgotten");
        assertNothingOnDisk();
        var readable = Remains.readableIn(directory());
        assertThat(readable).contains("v-1", "o-99", "p-99", "o-inbox");
        assertThat(plainText()).noneMatch(readable::contains);

        try (var again = twin()) {
            var known = (ShopState) again.knownAt(revision).orElseThrow();
            assertThat(known.root()).isEqualTo(root);
            assertThat(again.state().revision()).isEqualTo(revision + 1);
            assertThat(again.quarantine().events()).isNotEmpty().allSatisfy(it -> assertThat(plainText())
                    .noneMatch(Remains.plain(it.event())::contains));
        }
        assertThat(AuditVerifier.verify(directory().resolve("audit.jsonl"), Optional.empty())
                        .isSound())
                .isTrue();
    }
}
