package dev.storetwin.rules.examples.replenishment;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.MinimumOrder;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import dev.storetwin.type.Quantity;
import org.junit.jupiter.api.Test;

class SupplierTermsTest {

    private static final RuleKit RULE = RuleKit.of("rules/replenishment/supplier-terms.drl");

    @Test
    void adjusts_an_order_to_what_the_supplier_delivers() {
        var least = new MinimumOrder(MUG, Quantity.of(10));
        var packs = new PackSize(MUG, Quantity.of(6));

        var ruling = RULE.given(least, packs).check(order(7));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(order(10), order(12));
    }

    @Test
    void lets_whole_packs_above_the_minimum_pass() {
        var least = new MinimumOrder(MUG, Quantity.of(10));
        var packs = new PackSize(MUG, Quantity.of(6));

        assertThat(RULE.given(least, packs).check(order(12)).severity()).isEqualTo(Severity.ALLOWED);
    }
}
