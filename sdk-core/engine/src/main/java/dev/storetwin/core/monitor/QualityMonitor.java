package dev.storetwin.core.monitor;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.state.quality.Inspected;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.TwinAct;
import dev.storetwin.monitor.HeartbeatRules;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.monitor.SourceHealth;
import dev.storetwin.monitor.SourceQuality;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts what comes in, source by source. The sequencer tells it batch by batch; a report may be asked for by any thread and waits for one
 * batch at most.
 *
 * <p>What is kept is bounded, about 30 KiB a source: beyond {@value #MOST} sources the rest is one, called {@link #OTHERS}.
 */
public final class QualityMonitor {

    /** Together, the sources that came after the first {@value #MOST}. */
    public static final Source OTHERS = Source.of("(other sources)");

    private static final int MOST = 256;

    private final HeartbeatRules rules;
    private final ZoneId zone;
    private final Map<Source, SourceCount> sources = new TreeMap<>();
    private @Nullable Source last;
    private @Nullable SourceCount lastCount;

    /** Hours of the week are hours of this zone. */
    public QualityMonitor(HeartbeatRules rules, ZoneId zone) {
        this.rules = rules;
        this.zone = zone;
    }

    /**
     * Knows again how often each source is usually heard.
     *
     * @param in what {@link #writeTo} wrote, in this life of the twin or an earlier one
     */
    public synchronized void resume(ByteReader in) {
        for (int left = in.readCount(); left > 0; left--) {
            known(new Source(in.readString())).heartbeat().read(in);
        }
    }

    /** How often each source is usually heard. */
    public synchronized void writeTo(ByteWriter out) {
        out.writeVarint(sources.size());
        sources.forEach((source, count) -> count.heartbeat().writeTo(out.writeString(source.value())));
    }

    /** A batch was answered: headers, what was seen and answers go side by side. */
    public synchronized void observe(
            IntFunction<EventHeader> headers,
            List<Inspected> inspected,
            List<? extends Acceptance> answers,
            Instant now) {
        for (int i = 0; i < answers.size(); i++) {
            observe(headers.apply(i), inspected.get(i), answers.get(i), now);
        }
    }

    /** One event was answered. The twin's own acts are not counted. */
    public synchronized void observe(EventHeader header, Inspected inspected, Acceptance answer, Instant now) {
        var source = header.key().source();
        if (!source.equals(TwinAct.TWIN)) {
            count(source).add(header, inspected, answer, now);
        }
    }

    /** Most events come from the source that the one before came from. */
    private SourceCount count(Source source) {
        if (lastCount == null || !source.equals(last)) {
            lastCount = known(source);
            last = source;
        }
        return lastCount;
    }

    private SourceCount known(Source source) {
        var itself = sources.size() < MOST || sources.containsKey(source) ? source : OTHERS;
        return sources.computeIfAbsent(itself, it -> new SourceCount(it, rules, zone));
    }

    /** Everything since the twin was opened; how often a source is usually heard also from before. */
    public synchronized QualityReport report(Instant now) {
        return new QualityReport(
                now, sources.values().stream().map(it -> it.at(now)).toList(), List.of());
    }

    /** Whether each source is heard as usual, in order of name. */
    public synchronized List<SourceHealth> health(Instant now) {
        return report(now).sources().stream().map(SourceQuality::health).toList();
    }
}
