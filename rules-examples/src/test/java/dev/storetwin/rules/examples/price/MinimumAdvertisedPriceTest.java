package dev.storetwin.rules.examples.price;

import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class MinimumAdvertisedPriceTest {

    private static final RuleKit RULE = RuleKit.of("rules/price/minimum-advertised-price.drl");

    @Test
    void blocks_a_price_below_the_agreement() {
        var agreed = new Limit("minimum advertised price", "MUG-1", euro("15.00"));

        assertThat(RULE.given(agreed).check(price("19.99", "14.99")).severity()).isEqualTo(Severity.BLOCKED);
    }

    @Test
    void does_not_mind_the_agreement_of_another_sku() {
        var agreed = new Limit("minimum advertised price", "MUG-2", euro("15.00"));

        assertThat(RULE.given(agreed).check(price("19.99", "14.99")).severity()).isEqualTo(Severity.ALLOWED);
    }
}
