package dev.storetwin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.proposal.Effort;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CostBudgetTest {

    private static final CostBudget HOUR = CostBudget.perHour();

    private static void assertRefused(ThrowingCallable mistake, String... words) {
        assertThatThrownBy(mistake).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(words);
    }

    @Test
    void the_larger_share_of_cpu_time_and_model_calls_counts() {
        var budget = HOUR.withCpu(Duration.ofSeconds(20)).withModelCalls(10);

        assertThat(budget.share(Duration.ofSeconds(5), 2)).isEqualTo(.25);
        assertThat(budget.share(Duration.ofSeconds(5), 4)).isEqualTo(.4);
    }

    @Test
    void without_limits_nothing_is_ever_spent() {
        assertThat(HOUR.share(Duration.ofDays(30), Long.MAX_VALUE)).isZero();
    }

    @Test
    void a_budget_without_end_is_never_spent() {
        var budget = HOUR.withCpu(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(budget.share(Duration.ofDays(365), 0)).isLessThan(1e-9);
    }

    @Test
    void a_budget_that_allows_nothing_is_a_mistake() {
        assertRefused(() -> HOUR.withCpu(Duration.ofSeconds(-1)), "PT-1S", "Maybe", "Autonomy.OFF");
        assertRefused(() -> HOUR.withCpu(Duration.ZERO), "above zero, not PT0S");
        assertRefused(() -> HOUR.withModelCalls(0), "at least 1, not 0", "Autonomy.OFF");
        assertRefused(() -> HOUR.withKeptBytes(-5), "keptBytes (-5)");
        assertRefused(() -> HOUR.withLongestKept(Duration.ofHours(-2)), "longestKept (PT-2H)");
    }

    @Test
    void a_window_lasts_from_a_minute_to_a_day() {
        assertRefused(() -> CostBudget.per(Duration.ZERO), "not PT0S", "perHour");
        assertRefused(() -> CostBudget.per(Duration.ofDays(7)), "not PT168H", "perDay");
        assertThat(CostBudget.per(Duration.ofMinutes(1)).window()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void the_usual_ladder_goes_down_at_seven_and_nine_tenths_and_at_the_end() {
        var ladder = HOUR.ladder();

        assertThat(ladder.at(.69)).isEqualTo(Effort.FULL);
        assertThat(ladder.at(.7)).isEqualTo(Effort.CACHED);
        assertThat(ladder.at(.9)).isEqualTo(Effort.SIMPLE);
        assertThat(ladder.at(1)).isEqualTo(Effort.NOTHING);
    }

    @Test
    void steps_may_be_left_out() {
        assertThat(new DegradeLadder(.5, .5, 2).at(.5)).isEqualTo(Effort.SIMPLE);
        assertThat(new DegradeLadder(.5, .5, Double.POSITIVE_INFINITY).at(1e9)).isEqualTo(Effort.SIMPLE);
    }

    @Test
    void steps_out_of_order_are_a_mistake() {
        assertRefused(() -> new DegradeLadder(.9, .7, 1), "cachedAt (0.9), simpleAt (0.7)", "swapped");
        assertRefused(() -> new DegradeLadder(0, .7, 1), "above 0");
        assertRefused(() -> new DegradeLadder(.5, Double.NaN, 1), "NaN");
    }
}
