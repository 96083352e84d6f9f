package dev.storetwin.cli;

import dev.storetwin.audit.AuditTrail;
import dev.storetwin.core.StoreTwinBuilder;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run's twin remembers: in memory, with its audit trail among the results, or for good in a data directory, of whose trail the results
 * get a copy.
 */
final class RunMemory implements AutoCloseable {

    private static final String AUDIT = "audit.jsonl";

    private final ResultFolder results;
    private final Optional<Path> data;
    private final Optional<JsonLinesAuditTrail> trail;

    private RunMemory(ResultFolder results, Optional<Path> data, Optional<JsonLinesAuditTrail> trail) {
        this.results = results;
        this.data = data;
        this.trail = trail;
    }

    /** @param data empty for a run that is forgotten */
    static RunMemory of(ResultFolder results, Optional<Path> data) {
        var trail = data.isPresent()
                ? Optional.<JsonLinesAuditTrail>empty()
                : Optional.of(JsonLinesAuditTrail.open(results.aside(AUDIT)));
        return new RunMemory(results, data, trail);
    }

    StoreTwinBuilder of(StoreTwinBuilder twin) {
        data.ifPresent(twin::dataDirectory);
        trail.ifPresent(twin::audit);
        return twin;
    }

    /** Lets all that the twin noted lie among the results. */
    void finish(AuditTrail audit) {
        audit.flush();
        if (trail.isEmpty()) {
            results.write(AUDIT, to -> {
                try (var lines = audit.lines()) {
                    for (var line : (Iterable<String>) lines::iterator) {
                        to.write(line + "\n");
                    }
                }
            });
        }
    }

    @Override
    public void close() {
        trail.ifPresent(JsonLinesAuditTrail::close);
    }
}
