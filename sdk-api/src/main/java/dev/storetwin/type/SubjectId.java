package dev.storetwin.type;

/** A person by token. It says nothing about who it is; personal values never stand in it. */
public record SubjectId(String value) implements Comparable<SubjectId> {

    public SubjectId {
        Identifier.check("subject", value);
    }

    public static SubjectId of(String value) {
        return new SubjectId(value);
    }

    @Override
    public int compareTo(SubjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
