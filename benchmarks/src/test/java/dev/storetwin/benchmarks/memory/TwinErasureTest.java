package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinErasureTest {

    @Test
    void nothing_is_left_of_a_customer_that_a_twin_forgot(@TempDir Path directory) throws IOException {
        assertThat(TwinErasure.seconds(directory, 20_000, 50)).isPositive();
    }
}
