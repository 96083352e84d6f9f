package dev.storetwin.rules.examples.price;

import static dev.storetwin.rules.examples.Samples.WEB;
import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import dev.storetwin.type.Region;
import org.junit.jupiter.api.Test;

class RegionalPriceCapTest {

    private static final RuleKit RULE = RuleKit.of("rules/price/regional-price-cap.drl");

    @Test
    void blocks_a_price_above_the_cap_of_the_region() {
        var germany = new Market(WEB, Region.of("DE"));
        var cap = new Limit("price cap", "DE", euro("25.00"));

        assertThat(RULE.given(germany, cap).check(price("19.99", "25.99")).severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void does_not_mind_the_cap_of_another_region() {
        var france = new Market(WEB, Region.of("FR"));
        var cap = new Limit("price cap", "DE", euro("25.00"));

        assertThat(RULE.given(france, cap).check(price("19.99", "25.99")).severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
