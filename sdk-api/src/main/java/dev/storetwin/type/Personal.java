package dev.storetwin.type;

import java.util.Optional;

/**
 * A value that belongs to a person: a name, an address, an e-mail. It never prints itself.
 *
 * <p>It may be compared, and read by {@link #reveal()} where the purpose allows; logs, reports, audit lines and error messages
 * only ever see its mask.
 *
 * <p>When the person was forgotten, what is left of the value is that there was one: it {@linkplain #isErased() is erased}, says nothing
 * and equals no other value, not even another erased one.
 */
public final class Personal {

    private static final String MASK = "***";

    private final Optional<String> value;

    private Personal(Optional<String> value) {
        this.value = value;
    }

    public static Personal of(String value) {
        return new Personal(Optional.of(value));
    }

    /** What is left of a value whose person was forgotten. */
    public static Personal erased() {
        return new Personal(Optional.empty());
    }

    /** Whether the person was forgotten, so that nobody can read the value any more. */
    public boolean isErased() {
        return value.isEmpty();
    }

    /** The plain value; empty when it is erased, for a forgotten person is no error. Whoever calls this must not write it anywhere. */
    public String reveal() {
        return value.orElse("");
    }

    @Override
    public boolean equals(Object other) {
        return this == other || value.isPresent() && other instanceof Personal personal && personal.value.equals(value);
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
