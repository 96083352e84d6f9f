package dev.storetwin.rules.examples.returns;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.disposition;
import static dev.storetwin.rules.examples.Samples.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.returns.Fate;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class CheapGoodsTest {

    private static final RuleKit RULE = RuleKit.of("rules/returns/cheap-goods.drl", "rules/returns/limits.csv");

    @Test
    void adjusts_to_leave_cheap_goods_with_the_customer() {
        var ruling = RULE.given(new LandedCost(MUG, euro("3.99"))).check(disposition(Fate.RESTOCK, "20.00", 1));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(disposition(Fate.LEAVE_WITH_CUSTOMER, "20.00", 1));
    }

    @Test
    void lets_goods_come_back_that_are_worth_it() {
        assertThat(RULE.given(new LandedCost(MUG, euro("4.00")))
                        .check(disposition(Fate.RESTOCK, "20.00", 1))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
