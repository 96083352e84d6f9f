package dev.storetwin.type;

/** Stock on its way from one node to another. */
public record TransferId(String value) implements Comparable<TransferId> {

    public TransferId {
        Identifier.check("transfer id", value);
    }

    public static TransferId of(String value) {
        return new TransferId(value);
    }

    @Override
    public int compareTo(TransferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
