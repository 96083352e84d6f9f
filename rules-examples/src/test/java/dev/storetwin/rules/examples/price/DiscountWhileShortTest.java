package dev.storetwin.rules.examples.price;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class DiscountWhileShortTest {

    private static final RuleKit RULE = RuleKit.of("rules/price/discount-while-short.drl");

    @Test
    void blocks_a_discount_while_stock_is_short() {
        var fewDays = new StockCover(MUG, 12, 6.5);

        assertThat(RULE.given(fewDays).check(price("20.00", "17.99")).severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_discount_pass_while_there_is_plenty() {
        var weeks = new StockCover(MUG, 120, 65);

        assertThat(RULE.given(weeks).check(price("20.00", "17.99")).severity()).isEqualTo(Severity.ALLOWED);
    }
}
