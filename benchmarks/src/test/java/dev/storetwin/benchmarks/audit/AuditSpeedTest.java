package dev.storetwin.benchmarks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AuditSpeedTest {

    @Test
    void one_by_one_and_in_groups_from_several_threads() throws IOException {
        assertThat(AuditSpeed.appends(2_000, 1, 1)).isPositive();
        assertThat(AuditSpeed.appends(2_000, 3, 50)).isPositive();
    }

    @Test
    void a_trail_that_was_written_by_several_threads_is_sound() throws IOException {
        AuditSpeed.main(new String[] {"check", "12000"});
    }
}
