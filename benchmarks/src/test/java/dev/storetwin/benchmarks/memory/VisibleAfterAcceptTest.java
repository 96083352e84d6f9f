package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.StoreTwin;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VisibleAfterAcceptTest {

    @Test
    void every_accepted_event_is_seen_and_timed() {
        var mix = EventMix.of(2, MadeUpShop.of(20, 2), Duration.ofMillis(100));
        try (var twin = StoreTwin.builder().build()) {
            VisibleAfterAccept.open(twin, mix);

            var latencies = VisibleAfterAccept.latencies(twin, mix.between(0, 500), 100_000);

            assertThat(latencies.millis(0)).isPositive();
        }
    }

    @Test
    void shares_of_waits_are_those_of_the_sorted_waits() {
        var latencies = new Latencies(1_000);
        for (int i = 0; i < 1_000; i++) {
            latencies.set(i, (1_000 - i) * 1_000_000L);
        }

        assertThat(latencies.millis(.5)).isEqualTo(500);
        assertThat(latencies.millis(.99)).isEqualTo(990);
        assertThat(latencies)
                .hasToString("p50 500.000 ms  p99 990.000 ms  p99.9 999.000 ms  max 1000.000 ms  of 1,000");
    }
}
