package dev.storetwin.type;

/** One line of work for a picker. */
public record PickTaskId(String value) implements Comparable<PickTaskId> {

    public PickTaskId {
        Identifier.check("pick task id", value);
    }

    public static PickTaskId of(String value) {
        return new PickTaskId(value);
    }

    @Override
    public int compareTo(PickTaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
