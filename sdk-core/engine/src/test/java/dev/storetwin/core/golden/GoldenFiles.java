package dev.storetwin.core.golden;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.core.journal.Snapshots;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.StateImage;
import dev.storetwin.core.state.StateRoot;
import dev.storetwin.type.DecisionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/**
 * Writes the golden files of the format that this version writes: {@code java ... GoldenFiles src/test/resources/golden/format-2}. Run once
 * for each format, never again for one that was released.
 */
public final class GoldenFiles {

    static final String JOURNAL = "journal";
    static final String KINDS = "kinds";
    static final String SNAPSHOTS = "snapshots";
    static final String AUDIT = "audit.jsonl";
    static final String TYPES = "types.txt";
    static final String ROOT = "root.txt";

    private GoldenFiles() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));
        var change = state.after(GoldenShop.day());
        journal(folder.resolve(JOURNAL), change.kept());
        journal(
                folder.resolve(KINDS),
                GoldenShop.everyKind().stream().map(EventCodec.PLAIN::encode).toList());
        Snapshots.open(new FileDisk(), folder.resolve(SNAPSHOTS))
                .write(change.state().revision(), out -> StateImage.write(change.state(), out));
        audit(folder.resolve(AUDIT));
        Files.writeString(folder.resolve(TYPES), EventCodec.types());
        Files.writeString(folder.resolve(ROOT), StateRoot.of(change.state()) + "\n");
    }

    private static void journal(Path folder, List<EncodedEvent> events) throws IOException {
        var types = EventCodec.types().getBytes(StandardCharsets.UTF_8);
        try (var journal = Journal.open(new FileDisk(), folder, JournalSettings.DEFAULT.withPreamble(types))) {
            journal.append(events.stream().map(EncodedEvent::toByteArray).toList());
            journal.commit();
        }
    }

    private static void audit(Path file) {
        var at = Instant.parse("2026-03-01T09:00:00Z");
        try (var trail = JsonLinesAuditTrail.open(file)) {
            trail.append(new AuditEntry.Noted(at, "rules installed", "margin-floor"));
            trail.append(new AuditEntry.Decided(GoldenShop.decision()));
            trail.append(new AuditEntry.Happened(
                    new Outcome(DecisionId.of("d-1"), OutcomeKind.CONFIRMED, at, "reported back")));
        }
    }
}
