package dev.storetwin.core;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The host's clock, within the years 1 to 9999. A moment beyond them has no day in every zone, and none can be counted from it; a clock that stands there
 * is broken, and that must not make a question fail.
 */
final class CalendarClock extends Clock {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Clock host;

    CalendarClock(Clock host) {
        this.host = host;
    }

    @Override
    public ZoneId getZone() {
        return host.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CalendarClock(host.withZone(zone));
    }

    @Override
    public Instant instant() {
        var now = host.instant();
        return now.isBefore(FIRST) ? FIRST : now.isAfter(LAST) ? LAST : now;
    }
}
