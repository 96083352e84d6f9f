package dev.storetwin.core.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Groups that were written and are not known to be on disk, kept so that they can be written once more. */
final class OwedGroups {

    private final Deque<Group> groups = new ArrayDeque<>();

    void add(long first, List<byte[]> records) {
        groups.addLast(new Group(first + records.size(), List.copyOf(records)));
    }

    /** These need not be written again: all below the position is on disk. */
    void forcedUpTo(long position) {
        while (!groups.isEmpty() && groups.getFirst().end() <= position) {
            groups.removeFirst();
        }
    }

    /** These are void: nothing from the position on counts. */
    void cutTo(long position) {
        while (!groups.isEmpty() && groups.getLast().end() > position) {
            groups.removeLast();
        }
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    List<List<byte[]>> all() {
        return groups.stream().map(Group::records).toList();
    }

    /**
     * Records that were appended together.
     *
     * @param end position after the last
     */
    private record Group(long end, List<byte[]> records) {}
}
