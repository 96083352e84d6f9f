package dev.storetwin.testing;

import dev.storetwin.event.NodeKind;
import dev.storetwin.type.NodeId;

/** A node of the synthetic shop. */
record Depot(int index, NodeId node, String name, NodeKind kind, String country) {

    /** A central warehouse, a second one and a store; after three they are numbered. */
    static Depot numbered(int index) {
        return switch (index) {
            case 0 -> new Depot(0, NodeId.of("central"), "Central warehouse", NodeKind.WAREHOUSE, "DE");
            case 1 -> new Depot(1, NodeId.of("west"), "West warehouse", NodeKind.WAREHOUSE, "FR");
            case 2 -> new Depot(2, NodeId.of("city"), "City store", NodeKind.STORE, "AT");
            default ->
                new Depot(index, NodeId.of("depot-" + (index + 1)), "Depot " + (index + 1), NodeKind.WAREHOUSE, "DE");
        };
    }
}
