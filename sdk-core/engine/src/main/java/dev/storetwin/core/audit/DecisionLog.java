package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Outcome;
import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.JsonObjectWriter;
import dev.storetwin.core.json.MalformedJson;
import dev.storetwin.type.DecisionId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds decisions, and what became of them, in an audit trail. Each question walks through the lines.
 *
 * <p>How it works: what a line must hold is looked for in its text, and only lines that hold it are parsed.
 */
public final class DecisionLog {

    private final AuditTrail trail;

    public DecisionLog(AuditTrail trail) {
        this.trail = trail;
    }

    /** The decision of a name; the first, when it was made more than once. */
    public Optional<LoggedDecision> find(DecisionId id) {
        try (var lines = entries(field("id", id))) {
            return lines.map(DecisionLog::parsed)
                    .filter(DecisionLog::isDecision)
                    .findFirst()
                    .map(it -> LoggedDecision.of(it.text(), it.json()));
        }
    }

    /** Many decisions at once, by name; what is not there is left out. */
    public Map<DecisionId, LoggedDecision> find(Collection<DecisionId> ids) {
        if (ids.size() == 1) {
            var only = ids.iterator().next();
            return find(only).map(it -> Map.of(only, it)).orElse(Map.of());
        }
        var wanted = ids.stream().map(DecisionId::value).collect(Collectors.toCollection(TreeSet::new));
        var found = new LinkedHashMap<DecisionId, LoggedDecision>();
        try (var lines = entries("\"kind\":\"decision\"")) {
            lines.map(DecisionLog::parsed)
                    .filter(DecisionLog::isDecision)
                    .filter(it -> it.json().text("id").filter(wanted::contains).isPresent())
                    .map(it -> LoggedDecision.of(it.text(), it.json()))
                    .forEach(it -> found.putIfAbsent(it.record().decision().id(), it));
        }
        return found;
    }

    /** The names of all decisions, in order; one that was made twice stands there twice. */
    public List<DecisionId> ids() {
        try (var lines = entries("\"kind\":\"decision\"")) {
            return lines.map(DecisionLog::parsed)
                    .filter(DecisionLog::isDecision)
                    .flatMap(it -> it.json().text("id").stream())
                    .map(DecisionId::of)
                    .toList();
        }
    }

    /** What became of a decision, in order. */
    public List<Outcome> outcomes(DecisionId id) {
        try (var lines = entries(field("decision", id))) {
            return lines.map(DecisionLog::parsed)
                    .map(Entry::json)
                    .filter(it -> it.text("kind").equals(Optional.of("outcome")))
                    .map(EntryReader::outcome)
                    .filter(it -> it.decision().equals(id))
                    .toList();
        }
    }

    /** A field as a line spells it. */
    private static String field(String name, DecisionId id) {
        var object = new String(JsonObjectWriter.write(it -> it.text(name, id.value())), UTF_8);
        return object.substring(1, object.length() - 1);
    }

    private record Entry(String text, JsonDocument json) {}

    private Stream<String> entries(String holding) {
        return trail.lines()
                .filter(it -> it.contains(holding))
                .flatMap(it ->
                        TrailLine.parse(it.getBytes(UTF_8)).stream().map(line -> new String(line.entry(), UTF_8)));
    }

    private static boolean isDecision(Entry entry) {
        return entry.json().text("kind").equals(Optional.of("decision"));
    }

    private static Entry parsed(String entry) {
        try {
            return new Entry(entry, JsonDocument.parse(entry.getBytes(UTF_8)));
        } catch (MalformedJson damaged) {
            throw new IllegalArgumentException(
                    "A line of the audit trail cannot be read: %s.\nMaybe it was changed: check the trail with audit verify."
                            .formatted(damaged.getMessage()),
                    damaged);
        }
    }
}
