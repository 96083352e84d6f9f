package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    /** However long a stretch is, it counts for one of two nanoseconds. */
    @Test
    void one_long_stretch_is_not_late_and_many_are() {
        var watchdog = Watchdog.after(Duration.ofNanos(2));

        assertThat(watchdog.isLate()).isFalse();
        assertThat(IntStream.range(0, 1_000_000).anyMatch(it -> watchdog.isLate()))
                .isTrue();
        assertThat(watchdog.left()).isNegative();
    }
}
