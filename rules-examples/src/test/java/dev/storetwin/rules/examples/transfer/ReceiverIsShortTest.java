package dev.storetwin.rules.examples.transfer;

import static dev.storetwin.rules.examples.Samples.BERLIN;
import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.transfer;
import static dev.storetwin.rules.examples.Samples.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import dev.storetwin.type.Quantity;
import org.junit.jupiter.api.Test;

class ReceiverIsShortTest {

    private static final RuleKit RULE = RuleKit.of("rules/transfer/receiver-is-short.drl", "rules/transfer/limits.csv");

    @Test
    void blocks_a_transfer_to_where_it_lies_already() {
        assertThat(RULE.given(new NodeStock(MUG, BERLIN, units(50), units(50), Quantity.ZERO))
                        .check(transfer(12))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_transfer_pass_to_where_it_is_short() {
        assertThat(RULE.given(new NodeStock(MUG, BERLIN, units(50), units(49), Quantity.ZERO))
                        .check(transfer(12))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
