package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureReplayTest {

    @Test
    void what_was_served_comes_out_again_to_the_bit() {
        var report = new FeatureReplay(8, 25, 60).run();

        assertThat(report.vectors()).isEqualTo(200);
        assertThat(report.values()).isEqualTo(50_000);
        assertThat(report.differences()).isZero();
    }
}
