package dev.storetwin.type;

/** A place that holds stock: a warehouse, a store, a supplier that ships for us. */
public record NodeId(String value) implements Comparable<NodeId> {

    public NodeId {
        Identifier.check("node", value);
    }

    public static NodeId of(String value) {
        return new NodeId(value);
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
