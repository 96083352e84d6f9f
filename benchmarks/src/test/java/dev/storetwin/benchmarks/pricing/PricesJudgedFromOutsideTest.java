package dev.storetwin.benchmarks.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.pricing.PriceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PricesJudgedFromOutsideTest {

    private final PricesJudgedFromOutside proof = new PricesJudgedFromOutside(7);

    @Test
    void no_price_near_a_bound_breaks_its_rule() {
        assertThat(proof.judge(12_000)).isZero();
    }

    @ParameterizedTest
    @EnumSource(PriceRule.Kind.class)
    void a_rule_that_is_left_out_is_noticed(PriceRule.Kind kind) {
        assertThat(proof.brokenWithout(kind, 120)).isPositive();
    }

    @Test
    void wishes_in_another_order_or_told_as_rules_are_noticed() {
        assertThat(proof.wrongWith(PricesJudgedFromOutside::reversed, 400)).isPositive();
        assertThat(proof.wrongWith(PricesJudgedFromOutside::asRules, 120)).isPositive();
    }
}
