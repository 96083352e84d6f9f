package dev.storetwin.rules.examples.price;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.WEB;
import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class DailyPriceMoveTest {

    private static final RuleKit RULE = RuleKit.of("rules/price/daily-price-move.drl");

    @Test
    void blocks_the_step_that_takes_the_day_too_far() {
        var morning = new DayStartPrice(MUG, WEB, euro("20.00"));

        assertThat(RULE.given(morning).check(price("18.50", "17.99")).severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_price_return_to_where_the_day_began() {
        var morning = new DayStartPrice(MUG, WEB, euro("20.00"));

        assertThat(RULE.given(morning).check(price("18.00", "20.00")).severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
