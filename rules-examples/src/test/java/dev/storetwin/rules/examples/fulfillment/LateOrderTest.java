package dev.storetwin.rules.examples.fulfillment;

import static dev.storetwin.rules.examples.Samples.ORDER;
import static dev.storetwin.rules.examples.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.OrderAge;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class LateOrderTest {

    private static final RuleKit RULE = RuleKit.of("rules/fulfillment/late-order.drl", "rules/fulfillment/limits.csv");

    @Test
    void asks_about_an_order_that_waited_too_long() {
        assertThat(RULE.given(new OrderAge(ORDER, 3.1))
                        .check(plan("2025-03-07T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.NEEDS_REVIEW);
    }

    @Test
    void lets_an_order_of_three_days_ago_pass() {
        assertThat(RULE.given(new OrderAge(ORDER, 3))
                        .check(plan("2025-03-07T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
