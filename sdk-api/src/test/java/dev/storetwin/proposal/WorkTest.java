package dev.storetwin.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.model.ModelOrigin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {

    private static final ModelOrigin DEMAND = new ModelOrigin("demand", 812, Instant.parse("2026-03-04T12:00:00Z"));

    @Test
    void cached_work_says_of_when_its_models_are() {
        var work = new Work(Effort.CACHED, List.of(DEMAND));

        assertThat(work.inWords())
                .isEqualTo(
                        "To save cost, models of before were used: demand as of 2026-03-04T12:00:00Z (revision 812)");
        assertThat(work.origin("demand")).contains(DEMAND);
        assertThat(work.origin("elasticity")).as("worked out anew").isEmpty();
    }

    @Test
    void full_work_has_nothing_to_excuse() {
        assertThat(Work.FULL.inWords()).isEmpty();
    }

    @Test
    void models_of_before_and_cached_work_go_together() {
        assertThatThrownBy(() -> Work.of(Effort.CACHED)).hasMessageContaining("this is CACHED with []");
        assertThatThrownBy(() -> new Work(Effort.SIMPLE, List.of(DEMAND))).hasMessageContaining("this is SIMPLE");
    }
}
