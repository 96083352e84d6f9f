package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotRecoveryTest {

    @Test
    void a_twin_comes_back_from_a_snapshot_and_what_came_after_it(@TempDir Path directory) throws IOException {
        assertThat(SnapshotRecovery.seconds(directory, 50, 2_000)).isPositive();
    }
}
