package dev.storetwin.core.monitor;

import dev.storetwin.core.state.quality.Inspected;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventKey;
import dev.storetwin.monitor.HeartbeatRules;
import dev.storetwin.monitor.SourceQuality;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what one source sends. Written by one thread at a time; an event leaves no object behind. */
final class SourceCount {

    private static final List<Defect> DEFECTS = List.of(Defect.values());

    private final Source source;
    private final Heartbeat heartbeat;
    private final LatenessCount lateness = new LatenessCount();
    private final long[] quarantined = new long[DEFECTS.size()];
    private final long[] noted = new long[DEFECTS.size()];
    private final @Nullable EventKey[] examples = new EventKey[DEFECTS.size()];
    private long accepted;
    private long duplicates;
    private long stale;
    private long outOfOrder;
    private Instant newest = Instant.MIN;

    SourceCount(Source source, HeartbeatRules rules, ZoneId zone) {
        this.source = source;
        this.heartbeat = new Heartbeat(source, rules, zone);
    }

    /** How often it is heard, in this life and earlier ones. */
    Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Events that claim to be received later than now are heard now. */
    void add(EventHeader header, Inspected inspected, Acceptance answer, Instant now) {
        heartbeat.hear(Math.min(header.receivedAt().getEpochSecond(), now.getEpochSecond()), now.getEpochSecond());
        if (answer instanceof Acceptance.Accepted) {
            accepted++;
        } else if (answer instanceof Acceptance.Duplicate) {
            duplicates++;
        } else if (answer instanceof Acceptance.Stale) {
            stale++;
        } else {
            if (answer instanceof Acceptance.Quarantined refusal) {
                refused(header, refusal.defect());
            }
            return;
        }
        if (inspected.notes() != 0) {
            note(header, inspected.notes());
        }
        time(header);
    }

    private void refused(EventHeader header, Defect defect) {
        int place = DEFECTS.indexOf(defect);
        quarantined[place]++;
        examples[place] = header.key();
    }

    private void note(EventHeader header, int notes) {
        for (int bits = notes; bits != 0; bits &= bits - 1) {
            int defect = Integer.numberOfTrailingZeros(bits);
            noted[defect]++;
            examples[defect] = header.key();
        }
    }

    /** Only of what could be used: a wrong time would spoil the picture. */
    private void time(EventHeader header) {
        var occurredAt = header.occurredAt();
        lateness.add(header.receivedAt().getEpochSecond() - occurredAt.getEpochSecond());
        if (occurredAt.compareTo(newest) < 0) {
            outOfOrder++;
        } else {
            newest = occurredAt;
        }
    }

    SourceQuality at(Instant now) {
        return new SourceQuality(
                source,
                accepted,
                duplicates,
                stale,
                counts(quarantined),
                counts(noted),
                lastOnes(),
                lateness.summary(),
                outOfOrder,
                Optional.of(newest).filter(it -> it.isAfter(Instant.MIN)),
                heartbeat.at(now));
    }

    private static Map<Defect, Long> counts(long[] numbers) {
        var counts = new EnumMap<Defect, Long>(Defect.class);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] > 0) {
                counts.put(DEFECTS.get(i), numbers[i]);
            }
        }
        return counts;
    }

    private Map<Defect, EventKey> lastOnes() {
        var last = new EnumMap<Defect, EventKey>(Defect.class);
        for (int i = 0; i < examples.length; i++) {
            var defect = DEFECTS.get(i);
            Optional.ofNullable(examples[i]).ifPresent(it -> last.put(defect, it));
        }
        return last;
    }
}
