package dev.storetwin.model;

import java.util.regex.Pattern;

/**
 * What the numbers of a column are.
 *
 * @param name        letters, digits and {@code _ . / -}
 * @param categorical the numbers are codes, 0 and up, and have no order
 */
public record FeatureColumn(String name, boolean categorical) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

    public FeatureColumn {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("""
                    A column is called '%s'; letters, digits and _ . / - are expected.
                    Maybe a space is meant to be an underscore.""".formatted(name));
        }
    }

    public static FeatureColumn number(String name) {
        return new FeatureColumn(name, false);
    }

    public static FeatureColumn category(String name) {
        return new FeatureColumn(name, true);
    }

    /** Refuses what this column cannot hold. {@code NaN} is always right: not known. */
    void check(int row, double value) {
        boolean code = value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value);
        if (Double.isInfinite(value) || (categorical && !code && !Double.isNaN(value))) {
            throw new IllegalArgumentException("Row %d of column %s holds %s; %s is expected, or NaN for unknown."
                    .formatted(row, name, value, categorical ? "a code (0, 1, 2 ...)" : "a finite number"));
        }
    }
}
