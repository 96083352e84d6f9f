package dev.storetwin.type;

/** A system that sends events, such as {@code shopify:my-shop}. Event ids are unique within one. */
public record Source(String value) implements Comparable<Source> {

    public Source {
        Identifier.check("source", value);
    }

    public static Source of(String value) {
        return new Source(value);
    }

    @Override
    public int compareTo(Source other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
