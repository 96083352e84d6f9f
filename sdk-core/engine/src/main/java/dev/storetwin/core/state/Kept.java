package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.event.EncodedEvent;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The events of a batch that got a position, in bytes: those that no document needed are written when they are first asked for. */
final class Kept extends AbstractList<EncodedEvent> implements RandomAccess {

    private final Delivered events;
    private final @Nullable EncodedEvent[] encoded;
    private final int[] indices;

    Kept(Delivered events, @Nullable EncodedEvent[] encoded, int[] indices) {
        this.events = events;
        this.encoded = encoded;
        this.indices = indices;
    }

    @Override
    public EncodedEvent get(int index) {
        int place = indices[Objects.checkIndex(index, indices.length)];
        var known = encoded[place];
        return known == null ? events.encoded(place, new ByteWriter()) : known;
    }

    @Override
    public int size() {
        return indices.length;
    }
}
