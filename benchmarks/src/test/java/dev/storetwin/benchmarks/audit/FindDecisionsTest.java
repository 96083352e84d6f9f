package dev.storetwin.benchmarks.audit;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class FindDecisionsTest {

    @Test
    void every_decision_that_is_asked_for_is_found_both_ways() {
        assertThatCode(() -> FindDecisions.main(new String[] {"6000"})).doesNotThrowAnyException();
    }
}
