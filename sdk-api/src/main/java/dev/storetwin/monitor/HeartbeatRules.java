package dev.storetwin.monitor;

import dev.storetwin.type.Source;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * When the silence of a source is news.
 *
 * <p>A source is silent when the same span of earlier weeks was busy: at least so many minutes with events in three weeks out of four.
 * Nights, and days on which the shop is always closed, are never busy.
 *
 * @param busyMinutes    minutes with events that have to be missing
 * @param leastWeeks     earlier weeks that have to be known of the same hours
 * @param longestSilence limits of the host's own, whatever is usual
 * @param closedDays     days of the shop on which silence means nothing, such as holidays
 */
public record HeartbeatRules(
        int busyMinutes, int leastWeeks, Map<Source, Duration> longestSilence, Set<LocalDate> closedDays) {

    /** Twenty busy minutes missing, two weeks known. A shop with an event a minute is missed after twenty minutes. */
    public static final HeartbeatRules DEFAULT = new HeartbeatRules(20, 2, Map.of(), Set.of());

    public HeartbeatRules {
        longestSilence = Map.copyOf(longestSilence);
        closedDays = Set.copyOf(closedDays);
        if (busyMinutes < 1 || leastWeeks < 1 || leastWeeks > 8) {
            throw new IllegalArgumentException("""
                    busyMinutes (%d) must be at least 1 and leastWeeks (%d) 1 to 8.
                    Maybe a limit in longestSilence is meant.""".formatted(busyMinutes, leastWeeks));
        }
    }

    public HeartbeatRules withBusyMinutes(int missing) {
        return new HeartbeatRules(missing, leastWeeks, longestSilence, closedDays);
    }

    public HeartbeatRules withLeastWeeks(int weeks) {
        return new HeartbeatRules(busyMinutes, weeks, longestSilence, closedDays);
    }

    public HeartbeatRules withLongestSilence(Map<Source, Duration> limits) {
        return new HeartbeatRules(busyMinutes, leastWeeks, limits, closedDays);
    }

    public HeartbeatRules withClosedDays(Set<LocalDate> days) {
        return new HeartbeatRules(busyMinutes, leastWeeks, longestSilence, days);
    }
}
