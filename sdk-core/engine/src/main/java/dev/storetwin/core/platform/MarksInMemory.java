package dev.storetwin.core.platform;

import dev.storetwin.platform.ResourceKind;
import java.util.EnumMap;
import java.util.Map;

/** Marks of a twin that is not durable itself: after a restart everything is read again. */
public final class MarksInMemory implements ReadingMarks {

    private final Map<ResourceKind, ReadingMark> marks = new EnumMap<>(ResourceKind.class);

    @Override
    public synchronized ReadingMark read(ResourceKind kind) {
        return marks.getOrDefault(kind, ReadingMark.unread(kind));
    }

    @Override
    public synchronized void write(ReadingMark mark) {
        marks.put(mark.kind(), mark);
    }
}
