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
    @EnumSource(
            value = PriceRule.Kind.class,
            names = {"MARGIN_FLOOR", "SIZE_ORDER", "FAMILY_BAND", "MAX_MOVES", "ENDING", "MAX_CHANGE"})
    void a_rule_that_is_left_out_is_noticed(PriceRule.Kind kind) {
        assertThat(proof.brokenWithout(kind, 60)).isPositive();
    }
}
