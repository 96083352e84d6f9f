package dev.storetwin.core.monitor;

import dev.storetwin.core.json.JsonObjectWriter;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.monitor.SourceQuality;
import dev.storetwin.state.Defect;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a quality report as JSON, for dashboards. Durations are seconds. */
public final class QualityJson {

    private QualityJson() {}

    public static String of(QualityReport report) {
        var bytes = JsonObjectWriter.write(out -> out.text("at", report.at().toString())
                .objects("sources", report.sources(), QualityJson::write)
                .texts("troubles", report.troubles()));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(JsonObjectWriter out, SourceQuality source) {
        out.text("source", source.source().value())
                .whole("events", source.events())
                .whole("accepted", source.accepted())
                .whole("duplicates", source.duplicates())
                .whole("stale", source.stale())
                .whole("unknownReferences", source.unknownReferences())
                .whole("outOfOrder", source.outOfOrder())
                .text("lastOccurredAt", source.lastOccurredAt().map(Object::toString))
                .object("quarantined", it -> counts(it, source.quarantined()))
                .object("noted", it -> counts(it, source.notes()))
                .object("lateness", it -> it.whole(
                                "median", source.lateness().median().toSeconds())
                        .whole("p95", source.lateness().p95().toSeconds())
                        .whole("p99", source.lateness().p99().toSeconds())
                        .whole("longest", source.lateness().longest().toSeconds()))
                .object("pulse", it -> it.text("status", source.health().pulse().name())
                        .text("lastHeard", source.health().lastHeard().toString())
                        .whole("silence", source.health().silence().toSeconds())
                        .whole("usual", source.health().usual())
                        .text("words", source.health().words()));
    }

    private static void counts(JsonObjectWriter out, Map<Defect, Long> counts) {
        counts.forEach((defect, count) -> out.whole(defect.name(), count));
    }
}
