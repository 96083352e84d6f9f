package dev.storetwin.rules.examples.fulfillment;

import static dev.storetwin.rules.examples.Samples.BERLIN;
import static dev.storetwin.rules.examples.Samples.LEIPZIG;
import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.ORDER;
import static dev.storetwin.rules.examples.Samples.plan;
import static dev.storetwin.rules.examples.Samples.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import dev.storetwin.type.Quantity;
import org.junit.jupiter.api.Test;

class GoodsAtHandTest {

    private static final RuleKit RULE = RuleKit.of("rules/fulfillment/goods-at-hand.drl");

    @Test
    void blocks_an_order_from_where_its_goods_are_not() {
        assertThat(RULE.given(
                                new OrderedLine(ORDER, "1", MUG, units(2), units(0), units(0)),
                                new NodeStock(MUG, BERLIN, units(1), units(1), Quantity.ZERO),
                                new NodeStock(MUG, LEIPZIG, units(9), units(9), Quantity.ZERO))
                        .check(plan("2025-03-07T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_an_order_pass_from_where_its_goods_lie() {
        assertThat(RULE.given(
                                new OrderedLine(ORDER, "1", MUG, units(2), units(0), units(0)),
                                new NodeStock(MUG, BERLIN, units(2), units(0), Quantity.ZERO))
                        .check(plan("2025-03-07T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
