package dev.storetwin.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A clock that shows somebody else's time. */
final class LivingClock extends Clock {

    private final Supplier<Instant> time;
    private final ZoneId zone;

    LivingClock(Supplier<Instant> time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return time.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new LivingClock(time, other);
    }
}
