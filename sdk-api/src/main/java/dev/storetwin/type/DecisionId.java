package dev.storetwin.type;

/** One decision of the twin. The same revision, question and seed give the same id. */
public record DecisionId(String value) implements Comparable<DecisionId> {

    public DecisionId {
        Identifier.check("decision id", value);
    }

    public static DecisionId of(String value) {
        return new DecisionId(value);
    }

    @Override
    public int compareTo(DecisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
