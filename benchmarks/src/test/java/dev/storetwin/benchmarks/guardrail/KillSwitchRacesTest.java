package dev.storetwin.benchmarks.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@link KillSwitchRaces}. */
class KillSwitchRacesTest {

    @Test
    void no_write_goes_on_or_begins_after_a_stop_has_returned() throws InterruptedException {
        int acted = 0;
        for (int trial = 0; trial < 50; trial++) {
            var race = KillSwitchRace.run(trial);
            assertThat(race.late()).isZero();
            acted += race.acted();
        }
        assertThat(acted).isPositive();
    }
}
