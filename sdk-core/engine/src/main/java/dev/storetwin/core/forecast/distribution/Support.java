package dev.storetwin.core.forecast.distribution;

/** Which amounts demand can take. */
public enum Support {
    /** Any number: returns net of sales. */
    REAL,
    /** Amounts from zero on, such as money or kilograms. */
    NON_NEGATIVE,
    /** Whole units from zero on, many at a time. */
    WHOLE,
    /** Whole units, so few that they are counts around their mean. */
    COUNT;

    boolean isNonNegative() {
        return this != REAL;
    }

    boolean isWhole() {
        return this == WHOLE || this == COUNT;
    }
}
