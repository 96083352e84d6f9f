package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.StoreTwin;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void on_disk_too_every_accepted_event_is_seen_and_timed(@TempDir Path directory) {
        var mix = EventMix.of(2, MadeUpShop.of(20, 2), Duration.ofMillis(100));
        try (var twin = StoreTwin.builder().dataDirectory(directory).build();
                var pauses = new Pauses()) {
            VisibleAfterAccept.open(twin, mix);

            var latencies = VisibleAfterAccept.latencies(twin, mix.between(0, 500), 100_000);

            assertThat(latencies.millis(0)).isPositive();
            assertThat(pauses.toString()).contains("at most");
        }
    }

    @Test
    void only_what_stops_the_process_is_a_pause() {
        assertThat(Pauses.stopsTheProcess("G1 Young Generation")).isTrue();
        assertThat(Pauses.stopsTheProcess("ZGC Pauses")).isTrue();
        assertThat(Pauses.stopsTheProcess("ZGC Cycles")).isFalse();
        assertThat(Pauses.stopsTheProcess("G1 Concurrent GC")).isFalse();
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
