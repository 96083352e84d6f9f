package dev.storetwin.rules.examples.transfer;

import static dev.storetwin.rules.examples.Samples.LEIPZIG;
import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.transfer;
import static dev.storetwin.rules.examples.Samples.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import dev.storetwin.type.Quantity;
import org.junit.jupiter.api.Test;

class GiverKeepsEnoughTest {

    private static final RuleKit RULE =
            RuleKit.of("rules/transfer/giver-keeps-enough.drl", "rules/transfer/limits.csv");

    @Test
    void blocks_a_transfer_that_leaves_the_giver_short() {
        assertThat(RULE.given(new NodeStock(MUG, LEIPZIG, units(40), units(21), Quantity.ZERO))
                        .check(transfer(12))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_the_giver_give_down_to_what_it_keeps() {
        assertThat(RULE.given(new NodeStock(MUG, LEIPZIG, units(40), units(22), Quantity.ZERO))
                        .check(transfer(12))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
