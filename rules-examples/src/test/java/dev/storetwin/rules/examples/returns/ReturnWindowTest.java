package dev.storetwin.rules.examples.returns;

import static dev.storetwin.rules.examples.Samples.ORDER;
import static dev.storetwin.rules.examples.Samples.disposition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.OrderAge;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.returns.Fate;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class ReturnWindowTest {

    private static final RuleKit RULE = RuleKit.of("rules/returns/return-window.drl", "rules/returns/limits.csv");

    @Test
    void asks_about_a_return_after_the_window() {
        assertThat(RULE.given(new OrderAge(ORDER, 31))
                        .check(disposition(Fate.REPAIR, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.NEEDS_REVIEW);
    }

    @Test
    void lets_a_return_on_the_last_day_pass() {
        assertThat(RULE.given(new OrderAge(ORDER, 30))
                        .check(disposition(Fate.REPAIR, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
