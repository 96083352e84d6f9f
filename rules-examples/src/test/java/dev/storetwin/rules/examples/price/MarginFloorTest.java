package dev.storetwin.rules.examples.price;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class MarginFloorTest {

    private static final RuleKit RULE = RuleKit.of("rules/price/margin-floor.drl");

    @Test
    void blocks_a_price_that_earns_too_little() {
        var ruling = RULE.given(new LandedCost(MUG, euro("10.00"))).check(price("12.99", "10.99"));

        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_price_on_the_floor_pass() {
        var ruling = RULE.given(new LandedCost(MUG, euro("10.00"))).check(price("12.99", "11.00"));

        assertThat(ruling.severity()).isEqualTo(Severity.ALLOWED);
    }
}
