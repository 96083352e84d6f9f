package dev.storetwin.core.inventory;

import java.util.Locale;

/** Numbers as reasons spell them. */
final class Words {

    private Words() {}

    /** For example {@code 12} or {@code 0.4}. */
    static String units(double units) {
        return units == Math.rint(units) && Math.abs(units) < 1e15
                ? Long.toString(Math.round(units))
                : String.format(Locale.ROOT, Math.abs(units) < 10 ? "%.2f" : "%.1f", units);
    }

    /** For example {@code 97.5 %}. */
    static String percent(double share) {
        double percent = Math.round(share * 1000) / 10.0;
        return (percent == Math.rint(percent) ? Long.toString(Math.round(percent)) : Double.toString(percent)) + " %";
    }
}
