package dev.storetwin.rules.examples.returns;

import static dev.storetwin.rules.examples.Samples.ORDER;
import static dev.storetwin.rules.examples.Samples.disposition;
import static dev.storetwin.rules.examples.Samples.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.OrderValue;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.returns.Fate;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class RefundAtMostTest {

    private static final RuleKit RULE = RuleKit.of("rules/returns/refund-at-most.drl");

    @Test
    void adjusts_a_refund_to_what_the_order_came_to() {
        var ruling = RULE.given(new OrderValue(ORDER, euro("20.00"))).check(disposition(Fate.REPAIR, "20.01", 1));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(disposition(Fate.REPAIR, "20.00", 1));
    }

    @Test
    void lets_a_whole_refund_pass() {
        assertThat(RULE.given(new OrderValue(ORDER, euro("20.00")))
                        .check(disposition(Fate.REPAIR, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
