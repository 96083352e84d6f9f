package dev.storetwin.cli.series;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as files spell them: ten digits at most, a point, no exponent. Rounding keeps the order of numbers. */
public final class Digits {

    private static final MathContext TEN = new MathContext(10);

    private Digits() {}

    public static String of(double number) {
        var rounded = new BigDecimal(number).round(TEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
