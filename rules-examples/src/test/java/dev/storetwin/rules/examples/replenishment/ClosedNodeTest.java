package dev.storetwin.rules.examples.replenishment;

import static dev.storetwin.rules.examples.Samples.BERLIN;
import static dev.storetwin.rules.examples.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.NodeKind;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class ClosedNodeTest {

    private static final RuleKit RULE = RuleKit.of("rules/replenishment/closed-node.drl");

    @Test
    void blocks_an_order_to_a_closed_node() {
        assertThat(RULE.given(new Location(BERLIN, NodeKind.STORE, "DE", "BE", false))
                        .check(order(24))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_an_order_to_an_open_node_pass() {
        assertThat(RULE.given(new Location(BERLIN, NodeKind.STORE, "DE", "BE", true))
                        .check(order(24))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
