package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LambertWTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final double RELATIVE = 1e-15;

    /** Omega, W(1), and W(e) = 1, W(0) = 0; sequence A030178. */
    @Test
    void knows_the_constants() {
        assertThat(LambertW.of(1)).isCloseTo(.5671432904097838729999686622, within(1e-16));
        assertThat(LambertW.of(Math.E)).isCloseTo(1, within(1e-15));
        assertThat(LambertW.of(0)).isZero();
        assertThat(LambertW.of(-Math.exp(-1) + 1e-17)).isCloseTo(-1, within(1e-7));
        assertThat(LambertW.ofExp(1)).isCloseTo(1, within(1e-16));
    }

    @Property(tries = 300)
    void is_right_to_the_last_digits(@ForAll @DoubleRange(min = -40, max = 700) double logarithm) {
        double x = Math.exp(logarithm);

        assertThat(LambertW.of(x) / exact(x) - 1).isCloseTo(0, within(RELATIVE));
    }

    @Property(tries = 200)
    void is_right_to_the_last_digits_below_zero(@ForAll @DoubleRange(min = -16, max = 0) double decade) {
        double x = -Math.exp(-1) * (1 - Math.pow(10, decade)) * (decade == 0 ? 0 : 1);

        assertThat(x == 0 ? 0 : LambertW.of(x) / exact(x) - 1).isCloseTo(0, within(RELATIVE));
    }

    @Property(tries = 200)
    void solves_for_numbers_that_are_too_large_to_write_down(@ForAll @DoubleRange(min = -300, max = 1e9) double y) {
        double w = LambertW.ofExp(y);

        assertThat((w + Math.log(w) - y) / Math.max(1, Math.abs(y))).isCloseTo(0, within(1e-15));
    }

    @Test
    void nothing_below_the_branch_point_has_one() {
        assertThatThrownBy(() -> LambertW.of(-.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1/e");
    }

    /** Newton's method on w e^w - x with sixty digits. */
    private static double exact(double value) {
        var x = new BigDecimal(value);
        var w = new BigDecimal(LambertW.of(value) * (1 + 1e-9) + 1e-9 * (value < -.3 ? 1 : 0));
        for (int step = 0; step < 12; step++) {
            var e = exp(w);
            var excess = w.multiply(e).subtract(x);
            w = w.subtract(excess.divide(e.multiply(w.add(BigDecimal.ONE)), DIGITS), DIGITS);
        }
        return w.doubleValue();
    }

    private static BigDecimal exp(BigDecimal x) {
        var small = x.divide(BigDecimal.valueOf(1024), DIGITS);
        var sum = BigDecimal.ONE;
        var term = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            term = term.multiply(small).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int doubling = 0; doubling < 10; doubling++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
