package dev.storetwin.core.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storetwin.core.audit.AuditVerifier;
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
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that earlier versions wrote open in this one. The files never change; only new formats are added beside them. */
class GoldenFilesTest {

    /** So many kinds of events there were in the first format. */
    private static final int FIRST_KINDS = 66;

    @TempDir
    Path copy;

    /** Opening locks and repairs: so a copy is opened. */
    @BeforeEach
    void copyFiles() throws IOException, URISyntaxException {
        var files =
                Path.of(GoldenFilesTest.class.getResource("/golden/format-1").toURI());
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

    @Test
    void a_journal_folds_to_the_day_that_was_told() throws IOException {
        var change =
                ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR")).after(journal(GoldenFiles.JOURNAL));

        assertIsTheDay(change.state());
        assertThat(change.kept()).hasSize(GoldenShop.day().size());
    }

    @Test
    void a_snapshot_is_the_state_that_its_journal_folds_to() throws IOException {
        var folded = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(journal(GoldenFiles.JOURNAL))
                .state();

        assertIsTheDay(snapshot());
        assertThat(StateRoot.of(snapshot())).isEqualTo(StateRoot.of(folded));
    }

    /** While events are written as they were then. Another way to write them has a root of its own. */
    @Test
    void the_root_is_the_one_that_was_written_down() throws IOException {
        assumeTrue(isWrittenAsToday());

        assertThat(StateRoot.of(snapshot()))
                .hasToString(Files.readString(copy.resolve(GoldenFiles.ROOT)).strip());
    }

    private boolean isWrittenAsToday() throws IOException {
        return Files.readString(copy.resolve(GoldenFiles.TYPES)).equals(EventCodec.types());
    }

    @Test
    void every_kind_of_event_is_read() throws IOException {
        var events = journal(GoldenFiles.KINDS);

        assertThat(events).map(EncodedEvent::kind).doesNotHaveDuplicates().hasSize(FIRST_KINDS);
        assertThat(events).allSatisfy(it -> assertThat(EventCodec.PLAIN
                        .decode(EncodedEvent.of(it.toByteArray()))
                        .header()
                        .key())
                .isEqualTo(it.key()));
    }

    @Test
    void what_is_read_is_what_was_told() throws IOException {
        assumeTrue(isWrittenAsToday());

        assertThat(journal(GoldenFiles.KINDS).stream()
                        .map(EventCodec.PLAIN::decode)
                        .toList())
                .isEqualTo(GoldenShop.everyKind());
    }

    @Test
    void an_audit_trail_still_verifies() {
        assertThat(AuditVerifier.verify(copy.resolve(GoldenFiles.AUDIT), Optional.empty()))
                .isInstanceOf(Verification.Sound.class);
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
