package dev.storetwin.core.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The parts of a state that one vector was computed from. They are immutable: as long as they are the same objects, the numbers are the same.
 */
final class PartsRead {

    private final List<Object> parts = new ArrayList<>();

    void add(Object part) {
        parts.add(part);
    }

    void addAll(Collection<?> more) {
        parts.addAll(more);
    }

    /** By identity of each part; nothing is compared by content. */
    @SuppressWarnings("ReferenceEquality")
    boolean isSame(PartsRead other) {
        if (parts.size() != other.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) != other.parts.get(i)) {
                return false;
            }
        }
        return true;
    }
}
