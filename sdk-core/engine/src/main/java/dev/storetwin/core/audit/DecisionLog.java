package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.AuditQuery;
import dev.storetwin.audit.AuditRecord;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Outcome;
import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.JsonObjectWriter;
import dev.storetwin.core.json.MalformedJson;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds decisions, and what became of them, in an audit trail: by the trail's index where it can be asked, else by walking through its lines.
 *
 * <p>What a line must hold is looked for in its text, and only lines that hold it are parsed.
 */
public final class DecisionLog {

    private static final String DECISION = "\"kind\":\"decision\"";

    /** From so many on it is quicker to read all lines once. */
    private static final int MANY = 64;

    private final AuditTrail trail;

    public DecisionLog(AuditTrail trail) {
        this.trail = trail;
    }

    /** The decision of a name; the first, when it was made more than once. */
    public Optional<LoggedDecision> find(DecisionId id) {
        try (var entries = entries(AuditQuery.all().withDecision(id))) {
            return entries.filter(it -> it.contains(field("id", id)))
                    .map(DecisionLog::parsed)
                    .filter(DecisionLog::isDecision)
                    .filter(it -> it.json().text("id").equals(Optional.of(id.value())))
                    .findFirst()
                    .map(it -> LoggedDecision.of(it.text(), it.json()));
        }
    }

    /** Many decisions at once, by name; what is not there is left out. */
    public Map<DecisionId, LoggedDecision> find(Collection<DecisionId> ids) {
        return ids.size() < MANY ? oneByOne(ids) : together(ids);
    }

    private Map<DecisionId, LoggedDecision> oneByOne(Collection<DecisionId> ids) {
        var found = new LinkedHashMap<DecisionId, LoggedDecision>();
        new LinkedHashSet<>(ids).forEach(id -> find(id).ifPresent(it -> found.put(id, it)));
        return found;
    }

    private Map<DecisionId, LoggedDecision> together(Collection<DecisionId> ids) {
        var wanted = ids.stream().map(DecisionId::value).collect(Collectors.toCollection(TreeSet::new));
        var found = new LinkedHashMap<DecisionId, LoggedDecision>();
        try (var entries = lines(DECISION)) {
            entries.map(DecisionLog::parsed)
                    .filter(DecisionLog::isDecision)
                    .filter(it -> it.json().text("id").filter(wanted::contains).isPresent())
                    .map(it -> LoggedDecision.of(it.text(), it.json()))
                    .forEach(it -> found.putIfAbsent(it.record().decision().id(), it));
        }
        return found;
    }

    /** The names of all decisions, in order; one that was made twice stands there twice. */
    public List<DecisionId> ids() {
        try (var entries = lines(DECISION)) {
            return entries.map(DecisionLog::parsed)
                    .filter(DecisionLog::isDecision)
                    .flatMap(it -> it.json().text("id").stream())
                    .map(DecisionId::of)
                    .toList();
        }
    }

    /** The newest decisions of a range, oldest first, each once. Of all others no more than their text is looked at. */
    public List<DecisionRecord> newest(DecisionRange range) {
        var newest = new ArrayDeque<String>();
        var capability = range.capability().map(DecisionLog::field).orElse("");
        try (var entries = entries(AuditQuery.all().between(range.from(), range.until()))) {
            entries.filter(it -> it.contains(DECISION) && it.contains(capability))
                    .forEach(it -> {
                        newest.addLast(it);
                        if (newest.size() > range.most()) {
                            newest.removeFirst();
                        }
                    });
        }
        var byId = new LinkedHashMap<DecisionId, DecisionRecord>();
        newest.stream()
                .map(DecisionLog::parsed)
                .filter(DecisionLog::isDecision)
                .map(it -> LoggedDecision.of(it.text(), it.json()).record())
                .forEach(it -> byId.putIfAbsent(it.decision().id(), it));
        return List.copyOf(byId.values());
    }

    /** What became of a decision, in order. */
    public List<Outcome> outcomes(DecisionId id) {
        try (var entries = entries(AuditQuery.all().withDecision(id))) {
            return entries.filter(it -> it.contains(field("decision", id)))
                    .map(DecisionLog::parsed)
                    .map(Entry::json)
                    .filter(it -> it.text("kind").equals(Optional.of("outcome")))
                    .map(EntryReader::outcome)
                    .filter(it -> it.decision().equals(id))
                    .toList();
        }
    }

    /** A field as a line spells it. */
    private static String field(String name, DecisionId id) {
        return "\"%s\":%s".formatted(name, text(id.value()));
    }

    private static String text(String value) {
        var object = new String(JsonObjectWriter.write(it -> it.text("x", value)), UTF_8);
        return object.substring("{\"x\":".length(), object.length() - 1);
    }

    private static String field(Capability capability) {
        return "\"capability\":\"%s\"".formatted(capability.name().toLowerCase(Locale.ROOT));
    }

    /** What a query of decision or time asks for; by reading all lines where the trail, one of the host's own, cannot be asked. */
    private Stream<String> entries(AuditQuery query) {
        try {
            return trail.query(query).map(AuditRecord::entry);
        } catch (UnsupportedOperationException cannotBeAsked) {
            return lines(query.decision().map(it -> text(it.value())).orElse(""))
                    .filter(it -> isIn(it.getBytes(UTF_8), query));
        }
    }

    private static boolean isIn(byte[] entry, AuditQuery query) {
        var at = Stretch.moment(entry, 0, entry.length);
        return !at.isBefore(query.from()) && at.isBefore(query.until());
    }

    private Stream<String> lines(String holding) {
        return trail.lines()
                .filter(it -> it.contains(holding))
                .flatMap(it ->
                        TrailLine.parse(it.getBytes(UTF_8)).stream().map(line -> new String(line.entry(), UTF_8)));
    }

    private record Entry(String text, JsonDocument json) {}

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
