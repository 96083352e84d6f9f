package dev.storetwin.example.storefront;

import dev.storetwin.audit.AuditQuery;
import dev.storetwin.audit.AuditRecord;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.type.DecisionId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where everybody can see what was written down, with the proof that it stands in the trail. */
final class AuditDesk {

    private static final int SHOWN = 20;
    private static final int LONGEST = 160;

    private final AuditTrail trail;

    AuditDesk(AuditTrail trail) {
        this.trail = trail;
    }

    void serve(Map<String, Function<Request, Answer>> routes) {
        routes.put("GET /audit", this::newest);
    }

    private Answer newest(Request request) {
        var query = request.field("decision")
                .map(it -> AuditQuery.all().withDecision(DecisionId.of(it)))
                .orElseGet(AuditQuery::all);
        var checkpoint = trail.checkpoint();
        var records = newest(query, checkpoint);
        var lines = records.stream().map(it -> line(it, checkpoint)).collect(Collectors.joining("\n"));
        return Answer.text(200, "Audit trail", "Checkpoint %s%n%s".formatted(checkpoint, lines));
    }

    private List<AuditRecord> newest(AuditQuery query, Checkpoint checkpoint) {
        try (var records = trail.query(query)) {
            var all = records.filter(it -> it.place() < checkpoint.size()).toList();
            return all.subList(Math.max(0, all.size() - SHOWN), all.size());
        }
    }

    /** To check a proof takes the entry and a checkpoint that was kept elsewhere, and nothing of the twin. */
    private String line(AuditRecord record, Checkpoint checkpoint) {
        var proof = trail.inclusion(record.place(), checkpoint.size());
        boolean isProved = proof.proves(record.entry().getBytes(StandardCharsets.UTF_8), checkpoint);
        var entry = record.entry();
        var start = entry.length() > LONGEST ? entry.substring(0, LONGEST) + "..." : entry;
        return "%d %s by %d hashes: %s"
                .formatted(
                        record.place(),
                        isProved ? "proved" : "NOT PROVED",
                        proof.path().size(),
                        start);
    }
}
