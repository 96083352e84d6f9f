package dev.storetwin.core.feature;

/**
 * The parts of a state that one vector was computed from. They are immutable: as long as they are the same objects, the numbers are the same.
 */
final class Stamp {

    private final Object[] parts;

    Stamp(Object... parts) {
        this.parts = parts;
    }

    /** By identity of each part; nothing is compared by content. */
    @SuppressWarnings("ReferenceEquality")
    boolean isSame(Stamp other) {
        if (parts.length != other.parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != other.parts[i]) {
                return false;
            }
        }
        return true;
    }
}
