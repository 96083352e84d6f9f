package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.MalformedJson;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.decision.Reproduction.Difference;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A decision's entry in the trail.
 *
 * @param record what it says
 * @param json   as it was written
 */
public record LoggedDecision(DecisionRecord record, String json) {

    private static final String NOT_THERE = "(not there)";

    static LoggedDecision of(String text, JsonDocument json) {
        return new LoggedDecision(EntryReader.decision(json), text);
    }

    /** Compares with the same decision made again, by every field that an entry has. */
    public Reproduction against(Decision<?> again) {
        var recorded = leaves(json);
        var derived = leaves(new String(EntryJson.write(record.entry(), new AuditEntry.Decided(again)), UTF_8));
        var fields = new TreeSet<>(recorded.keySet());
        fields.addAll(derived.keySet());
        var differences = fields.stream()
                .flatMap(it -> difference(it, recorded, derived).stream())
                .toList();
        var id = record.decision().id();
        return differences.isEmpty()
                ? new Reproduction.Identical(id, fields.size())
                : new Reproduction.Different(id, differences);
    }

    private static Optional<Difference> difference(
            String field, SortedMap<String, String> recorded, SortedMap<String, String> derived) {
        var before = recorded.getOrDefault(field, NOT_THERE);
        var after = derived.getOrDefault(field, NOT_THERE);
        return before.equals(after) ? Optional.empty() : Optional.of(new Difference(field, before, after));
    }

    private static SortedMap<String, String> leaves(String entry) {
        try {
            return JsonDocument.parse(entry.getBytes(UTF_8)).leaves();
        } catch (MalformedJson impossible) {
            throw new IllegalStateException("An entry that was read before cannot be read.", impossible);
        }
    }
}
