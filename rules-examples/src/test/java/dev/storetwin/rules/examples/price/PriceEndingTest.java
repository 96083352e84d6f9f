package dev.storetwin.rules.examples.price;

import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class PriceEndingTest {

    private static final RuleKit RULE = RuleKit.of("rules/price/price-ending.drl");

    @Test
    void adjusts_a_price_to_the_next_one_that_ends_in_99() {
        var ruling = RULE.given().check(price("19.99", "17.20"));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(price("19.99", "17.99"));
    }

    @Test
    void lets_a_price_that_ends_in_99_pass() {
        assertThat(RULE.given().check(price("19.99", "17.99")).severity()).isEqualTo(Severity.ALLOWED);
    }
}
