package dev.storetwin.type;

/** A part of the world that limits or prices can be scoped to, such as {@code DE} or {@code US-CA}. */
public record Region(String value) implements Comparable<Region> {

    public Region {
        Identifier.check("region", value);
    }

    public static Region of(String value) {
        return new Region(value);
    }

    @Override
    public int compareTo(Region other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
