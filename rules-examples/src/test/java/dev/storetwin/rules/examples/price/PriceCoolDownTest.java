package dev.storetwin.rules.examples.price;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.WEB;
import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.PriceAge;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class PriceCoolDownTest {

    private static final RuleKit RULE = RuleKit.of("rules/price/price-cool-down.drl");

    @Test
    void blocks_a_change_six_days_after_the_last_one() {
        assertThat(RULE.given(new PriceAge(MUG, WEB, 6))
                        .check(price("18.50", "17.99"))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_price_go_that_has_stood_for_a_week() {
        assertThat(RULE.given(new PriceAge(MUG, WEB, 7))
                        .check(price("18.50", "17.99"))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
