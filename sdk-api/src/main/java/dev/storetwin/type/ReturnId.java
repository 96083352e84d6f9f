package dev.storetwin.type;

/** One return: goods a customer sends or wants to send back. */
public record ReturnId(String value) implements Comparable<ReturnId> {

    public ReturnId {
        Identifier.check("return id", value);
    }

    public static ReturnId of(String value) {
        return new ReturnId(value);
    }

    @Override
    public int compareTo(ReturnId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
