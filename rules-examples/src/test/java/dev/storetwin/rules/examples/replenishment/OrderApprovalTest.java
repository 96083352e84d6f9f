package dev.storetwin.rules.examples.replenishment;

import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class OrderApprovalTest {

    private static final RuleKit RULE = RuleKit.of("rules/replenishment/order-approval.drl");

    @Test
    void asks_for_a_yes_to_a_large_order() {
        var ruling = RULE.given(new Spend(euro("5000.01"))).check(order(1_000));

        assertThat(ruling.severity()).isEqualTo(Severity.NEEDS_REVIEW);
    }

    @Test
    void lets_a_small_order_pass() {
        var ruling = RULE.given(new Spend(euro("5000.00"))).check(order(1_000));

        assertThat(ruling.severity()).isEqualTo(Severity.ALLOWED);
    }
}
