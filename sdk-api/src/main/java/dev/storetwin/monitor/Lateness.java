package dev.storetwin.monitor;

import java.time.Duration;

/**
 * How long news was on its way: from when it happened to when it was received. To within an eighth of each value; a source whose clock is
 * ahead counts as in time.
 *
 * @param median  half of all came sooner
 * @param p95     19 of 20
 * @param p99     99 of 100
 * @param longest of all
 */
public record Lateness(Duration median, Duration p95, Duration p99, Duration longest) {

    @Override
    public String toString() {
        return "%s / %s / %s / %s".formatted(words(median), words(p95), words(p99), words(longest));
    }

    /** In the largest unit of which there is more than one. */
    static String words(Duration span) {
        if (span.toDays() > 1) {
            return span.toDays() + " d";
        }
        if (span.toHours() > 1) {
            return span.toHours() + " h";
        }
        return span.toMinutes() > 1 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }
}
