package dev.storetwin.core.monitor;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.monitor.HeartbeatRules;
import dev.storetwin.monitor.Pulse;
import dev.storetwin.monitor.SourceHealth;
import dev.storetwin.type.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Hears one source and tells whether its silence is news. It is asked; it never calls anybody. Written by one thread at a time. */
final class Heartbeat {

    private static final int DAY_MINUTES = 24 * 60;

    private final Source source;
    private final HeartbeatRules rules;
    private final Pace pace;
    private long lastHeard = Long.MIN_VALUE;

    Heartbeat(Source source, HeartbeatRules rules, ZoneId zone) {
        this.source = source;
        this.rules = rules;
        this.pace = new Pace(zone);
    }

    void read(ByteReader in) {
        lastHeard = in.readZigzag();
        pace.read(in);
    }

    void writeTo(ByteWriter out) {
        pace.writeTo(out.writeZigzag(lastHeard));
    }

    /**
     * An event was received.
     *
     * @param now not before it; what was heard later than now was heard while the clock was ahead
     */
    void hear(long epochSecond, long now) {
        pace.hear(epochSecond, now);
        lastHeard = Math.max(Math.min(lastHeard, now), epochSecond);
    }

    /** After at least one event. Where the clock was ahead when the last one came, silence counts from the first look after that. */
    SourceHealth at(Instant now) {
        lastHeard = Math.min(lastHeard, now.getEpochSecond());
        long seconds = now.getEpochSecond() - lastHeard;
        long begin = pace.localMinute(lastHeard) + 1;
        long end = pace.localMinute(now.getEpochSecond());
        var usual = pace.usual(afterClosing(begin, end), end);
        return new SourceHealth(
                source,
                pulse(usual, seconds),
                Instant.ofEpochSecond(lastHeard),
                Duration.ofSeconds(seconds),
                usual.events(),
                words(usual, seconds));
    }

    /** Silence before the end of a closed day does not count. */
    private long afterClosing(long begin, long end) {
        long first = Math.floorDiv(begin, (long) DAY_MINUTES);
        for (long day = Math.floorDiv(end, (long) DAY_MINUTES); day >= first; day--) {
            if (rules.closedDays().contains(LocalDate.ofEpochDay(day))) {
                return Math.min(end, (day + 1) * DAY_MINUTES);
            }
        }
        return begin;
    }

    private Pulse pulse(Pace.Usual usual, long seconds) {
        if (isGone(seconds) || isBeyondLimit(seconds) || isMissed(usual)) {
            return Pulse.SILENT;
        }
        return isLearned(usual) ? Pulse.STEADY : Pulse.LEARNING;
    }

    private boolean isLearned(Pace.Usual usual) {
        return usual.weeks() >= rules.leastWeeks();
    }

    private boolean isMissed(Pace.Usual usual) {
        return isLearned(usual) && usual.busyMinutes() >= rules.busyMinutes();
    }

    /** For so long that all weeks that are remembered are empty. */
    private static boolean isGone(long seconds) {
        return seconds > Pace.REMEMBERED.toSeconds();
    }

    private Optional<Duration> limit() {
        return Optional.ofNullable(rules.longestSilence().get(source));
    }

    private boolean isBeyondLimit(long seconds) {
        return limit().filter(it -> seconds > it.toSeconds()).isPresent();
    }

    private String words(Pace.Usual usual, long seconds) {
        long minutes = seconds / 60;
        if (isGone(seconds)) {
            return "silent: no events for %d days"
                    .formatted(Duration.ofSeconds(seconds).toDays());
        }
        if (isMissed(usual)) {
            return "silent: no events for %d minutes, where %d are usual at this hour"
                    .formatted(minutes, usual.events());
        }
        if (isBeyondLimit(seconds)) {
            return "silent: no events for %d minutes, where at most %d are allowed"
                    .formatted(minutes, limit().orElseThrow().toMinutes());
        }
        return isLearned(usual)
                ? "steady, last heard %d minutes ago".formatted(minutes)
                : "learning its pace, last heard %d minutes ago".formatted(minutes);
    }
}
