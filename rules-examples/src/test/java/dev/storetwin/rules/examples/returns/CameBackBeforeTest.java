package dev.storetwin.rules.examples.returns;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.ORDER;
import static dev.storetwin.rules.examples.Samples.disposition;
import static dev.storetwin.rules.examples.Samples.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.returns.Fate;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class CameBackBeforeTest {

    private static final RuleKit RULE = RuleKit.of("rules/returns/came-back-before.drl");

    @Test
    void blocks_more_than_was_sent() {
        assertThat(RULE.given(new OrderedLine(ORDER, "1", MUG, units(2), units(2), units(1)))
                        .check(disposition(Fate.REPAIR, "20.00", 2))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_the_rest_of_the_line_pass() {
        assertThat(RULE.given(new OrderedLine(ORDER, "1", MUG, units(2), units(2), units(1)))
                        .check(disposition(Fate.REPAIR, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
