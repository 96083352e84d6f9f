package dev.storetwin.type;

/**
 * A value that belongs to a person: a name, an address, an e-mail. It never prints itself.
 *
 * <p>It may be compared, and read by {@link #reveal()} where the purpose allows; logs, reports, audit lines and error messages
 * only ever see its mask.
 */
public final class Personal {

    private static final String MASK = "***";

    private final String value;

    private Personal(String value) {
        this.value = value;
    }

    public static Personal of(String value) {
        return new Personal(value);
    }

    /** The plain value. Whoever calls this must not write it anywhere. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personal personal && personal.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
