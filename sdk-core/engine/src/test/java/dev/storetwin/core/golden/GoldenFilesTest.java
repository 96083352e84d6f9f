package dev.storetwin.core.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.core.audit.DecisionLog;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.core.audit.Verification;
import dev.storetwin.core.binary.UnsupportedBytes;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.EventReader;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.core.journal.Snapshots;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.StateImage;
import dev.storetwin.core.state.StateRoot;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that earlier versions wrote open in this one. The files never change; only new formats are added beside them. */
class GoldenFilesTest {

    /** Kinds of events by format. */
    private static final Map<Integer, Integer> KINDS = Map.of(1, 66, 2, 69);

    private static final int NEWEST = Collections.max(KINDS.keySet());

    @TempDir
    Path copy;

    static Stream<Integer> formats() {
        return KINDS.keySet().stream().sorted();
    }

    /** Opening locks and repairs: so a copy is opened. */
    private void copyFiles(int format) throws IOException, URISyntaxException {
        var files = Path.of(Objects.requireNonNull(GoldenFilesTest.class.getResource("/golden/format-" + format))
                .toURI());
        try (var all = Files.walk(files)) {
            for (var file : all.toList()) {
                var to = copy.resolve(files.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    private List<EncodedEvent> journal(String folder) throws IOException {
        var events = new ArrayList<EncodedEvent>();
        var readers = new HashMap<String, EventReader>();
        try (var journal = Journal.open(new FileDisk(), copy.resolve(folder), JournalSettings.DEFAULT);
                var cursor = journal.read(journal.firstPosition())) {
            while (cursor.advance()) {
                var types = StandardCharsets.UTF_8.decode(cursor.preamble()).toString();
                events.add(
                        readers.computeIfAbsent(types, EventCodec.PLAIN::reader).read(cursor.record()));
            }
        }
        return events;
    }

    private ShopState snapshot() throws IOException {
        return Snapshots.open(new FileDisk(), copy.resolve(GoldenFiles.SNAPSHOTS))
                .readNewest(Long.MAX_VALUE, in -> StateImage.read(in, EventCodec.PLAIN, Workers.CALLER))
                .orElseThrow()
                .content();
    }

    private static void assertIsTheDay(ShopState state) {
        var day = LocalDate.of(2026, 3, 1);
        assertThat(state.catalog().variant(GoldenShop.MUG).orElseThrow().name()).isEqualTo("Mug");
        assertThat(state.catalog().priceHistory(GoldenShop.MUG, GoldenShop.WEB))
                .singleElement()
                .satisfies(it -> assertThat(it.price()).isEqualTo(Money.of("9.99", "EUR")));
        assertThat(state.stock().total(GoldenShop.MUG).onHand()).isEqualTo(Quantity.of(10));
        assertThat(state.demand().sales(GoldenShop.MUG, day, day.plusDays(1)).totalUnits())
                .isEqualTo(3.0);
        assertThat(state.orders().find(GoldenShop.ORDER).orElseThrow().subject())
                .contains(GoldenShop.ADA);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_journal_folds_to_the_day_that_was_told(int format) throws IOException, URISyntaxException {
        copyFiles(format);
        var change =
                ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR")).after(journal(GoldenFiles.JOURNAL));

        assertIsTheDay(change.state());
        assertThat(change.kept()).hasSize(GoldenShop.day().size());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_snapshot_is_the_state_that_its_journal_folds_to(int format) throws IOException, URISyntaxException {
        copyFiles(format);
        var folded = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(journal(GoldenFiles.JOURNAL))
                .state();

        assertIsTheDay(snapshot());
        assertThat(StateRoot.of(snapshot())).isEqualTo(StateRoot.of(folded));
    }

    /**
     * Whoever changes how events are written sees it here: before a release {@link GoldenFiles} writes the newest files anew, after it files
     * of another format beside them.
     */
    @Test
    void the_newest_files_are_written_as_today() throws IOException, URISyntaxException {
        copyFiles(NEWEST);

        assertThat(Files.readString(copy.resolve(GoldenFiles.TYPES))).isEqualTo(EventCodec.types());
    }

    @Test
    void the_root_is_the_one_that_was_written_down() throws IOException, URISyntaxException {
        copyFiles(NEWEST);

        assertThat(StateRoot.of(snapshot()))
                .hasToString(Files.readString(copy.resolve(GoldenFiles.ROOT)).strip());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_kind_of_event_is_read(int format) throws IOException, URISyntaxException {
        copyFiles(format);
        var events = journal(GoldenFiles.KINDS);

        assertThat(events).map(EncodedEvent::kind).doesNotHaveDuplicates().hasSize(KINDS.get(format));
        assertThat(events).allSatisfy(it -> assertThat(EventCodec.PLAIN
                        .decode(EncodedEvent.of(it.toByteArray()))
                        .header()
                        .key())
                .isEqualTo(it.key()));
    }

    @Test
    void what_is_read_is_what_was_told() throws IOException, URISyntaxException {
        copyFiles(NEWEST);

        assertThat(journal(GoldenFiles.KINDS).stream()
                        .map(EventCodec.PLAIN::decode)
                        .toList())
                .isEqualTo(GoldenShop.everyKind());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void an_audit_trail_still_verifies(int format) throws IOException, URISyntaxException {
        copyFiles(format);
        assertThat(AuditVerifier.verify(copy.resolve(GoldenFiles.AUDIT), Optional.empty()))
                .isInstanceOf(Verification.Sound.class);
    }

    @Test
    void a_decision_is_read_as_it_was_written_down() throws IOException, URISyntaxException {
        copyFiles(NEWEST);
        var made = GoldenShop.decision();

        try (var trail = JsonLinesAuditTrail.open(copy.resolve(GoldenFiles.AUDIT))) {
            var logged = new DecisionLog(trail).find(made.id()).orElseThrow();

            assertThat(logged.against(made).inWords()).contains("comes out the same");
        }
    }

    /** As an older version might have: no cause of events yet, a confidence of claims that was since given up, and another order. */
    private static String older() {
        return EventCodec.types()
                .replace(
                        "record Claim {kind ClaimKind; value Personal}",
                        "record Claim {value Personal; kind ClaimKind}")
                .replace(
                        "record IdentityClaimed {header EventHeader; subject SubjectId; claims List<Claim>}",
                        "record IdentityClaimed {header EventHeader; confidence double; claims List<Claim>; subject SubjectId}")
                .replace("; receivedAt Instant; cause Optional<EventKey>}", "; receivedAt Instant}");
    }

    @Test
    void what_an_older_version_wrote_otherwise_is_read_and_written_anew() {
        var event = (IdentityClaimed) GoldenShop.day().get(5);
        var reader = EventCodec.PLAIN.reader(older());

        var read = reader.read(OlderWriter.claimed(event));

        assertThat(reader.isCurrent()).isFalse();
        assertThat(read).isEqualTo(EventCodec.PLAIN.encode(event));
        assertThat(EventCodec.PLAIN.decode(EncodedEvent.of(read.toByteArray()))).isEqualTo(event);
    }

    @Test
    void a_kind_that_only_a_newer_version_knows_is_refused_by_name() {
        var newer = EventCodec.types().replace("StockCounted", "StockWeighed");
        TwinEvent count = GoldenShop.day().get(1);
        var bytes = EventCodec.PLAIN.encode(count).toByteArray();

        assertThat(count).isInstanceOf(StockCounted.class);
        assertThatThrownBy(() -> EventCodec.PLAIN.reader(newer).read(bytes))
                .isInstanceOf(UnsupportedBytes.class)
                .hasMessageContaining("StockWeighed")
                .hasMessageContaining("newer version");
    }
}
