package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void short_work_is_not_spoken_of() {
        watch(false, 900, 1);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void long_work_says_every_few_seconds_how_far_it_is() {
        watch(false, 12_000, 1_000);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                Forecasting: 5,000 of 12,000 (41 %)
                Forecasting: 10,000 of 12,000 (83 %)
                """);
        assertThat(out.size()).isZero();
    }

    @Test
    void a_watcher_sees_a_bar_that_is_written_over_and_gone_in_the_end() {
        watch(true, 3_000, 1_000);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("\rForecasting: [####################          ] 2,000 of 3,000 (66 %)")
                .endsWith("\r");
    }

    private void watch(boolean interactive, int millis, int stride) {
        var console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive,
                nanos::get);
        try (var line = new ProgressLine(console, "Forecasting")) {
            for (int done = stride; done <= millis; done += stride) {
                nanos.set(done * 1_000_000L);
                line.advanced(done, millis);
            }
        }
    }
}
