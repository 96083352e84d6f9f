package dev.storetwin.core.pricing.elasticity;

import java.util.Locale;

/** Numbers in reasons. */
final class Words {

    private Words() {}

    static String estimate(Slope slope) {
        return String.format(Locale.ROOT, "%.2f +- %.2f", slope.value(), slope.error());
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    static String count(int count, String one, String many) {
        return "%d %s".formatted(count, count == 1 ? one : many);
    }
}
