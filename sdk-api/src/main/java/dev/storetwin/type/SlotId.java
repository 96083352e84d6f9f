package dev.storetwin.type;

/** One storage location within a node. */
public record SlotId(String value) implements Comparable<SlotId> {

    public SlotId {
        Identifier.check("slot", value);
    }

    public static SlotId of(String value) {
        return new SlotId(value);
    }

    @Override
    public int compareTo(SlotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
