package dev.storetwin.benchmarks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditMutationsTest {

    @Test
    void whatever_is_done_to_a_trail_is_found_against_a_checkpoint_held_outside() {
        var missed = AuditMutations.missed(1_000);

        assertThat(missed).hasSize(AuditMutations.Kind.values().length);
        assertThat(missed.values()).allSatisfy(it -> assertThat(it).containsExactly(0, 200));
    }
}
