package dev.storetwin.drools;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Puts values into the words of a rule. */
final class Reason {

    private static final String PLACE = "{}";

    /** Beyond, a number is told with its exponent: written out it may fill the memory. */
    private static final int MOST_DIGITS = 400;

    private Reason() {}

    /** The template with its places filled in order; places without a value stay, values without a place are left out. */
    static String of(String template, Object... values) {
        var words = new StringBuilder();
        int from = 0;
        for (var value : values) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) {
                break;
            }
            words.append(template, from, place).append(text(value));
            from = place + PLACE.length();
        }
        return words.append(template, from, template.length()).toString();
    }

    private static String text(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return shortened(BigDecimal.valueOf(number));
        }
        return value instanceof BigDecimal number ? shortened(number) : String.valueOf(value);
    }

    private static String shortened(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            return number.toString();
        }
        var rounded = number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
