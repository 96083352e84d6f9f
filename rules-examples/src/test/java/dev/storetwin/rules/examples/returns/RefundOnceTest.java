package dev.storetwin.rules.examples.returns;

import static dev.storetwin.rules.examples.Samples.ORDER;
import static dev.storetwin.rules.examples.Samples.disposition;
import static dev.storetwin.rules.examples.Samples.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.OrderValue;
import dev.storetwin.guardrail.Refunded;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.returns.Fate;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class RefundOnceTest {

    private static final RuleKit RULE = RuleKit.of("rules/returns/refund-once.drl");

    @Test
    void blocks_refunds_that_together_exceed_the_order() {
        assertThat(RULE.given(new OrderValue(ORDER, euro("30.00")), new Refunded(ORDER, euro("10.01")))
                        .check(disposition(Fate.REPAIR, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_refunds_pass_that_come_to_the_order() {
        assertThat(RULE.given(new OrderValue(ORDER, euro("30.00")), new Refunded(ORDER, euro("10.00")))
                        .check(disposition(Fate.REPAIR, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
