package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartSpeedTest {

    @TempDir
    private Path directory;

    @Test
    void a_twin_is_the_same_after_a_restart() throws IOException, InterruptedException {
        assertThat(RestartSpeed.seconds(directory, 200, 5_000, 1_000)).isPositive();
    }
}
