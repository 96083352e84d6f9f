package dev.storetwin.core.event;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.RecordReader;
import dev.storetwin.core.binary.TypeTable;
import dev.storetwin.event.TwinEvent;

/**
 * Reads events that were written with one type table. What this very version wrote it takes as it lies; anything else it reads by the
 * table and writes anew, so that all events in memory are written alike.
 */
public final class EventReader {

    private final EventCodec codec;
    private final RecordReader<TwinEvent> reader;
    private final boolean isCurrent;

    EventReader(EventCodec codec, TypeTable written) {
        this.codec = codec;
        this.reader = EventKinds.CODEC.reader(written);
        this.isCurrent = written.equals(EventKinds.CODEC.types());
    }

    /** Whether the events can be taken as they lie. */
    public boolean isCurrent() {
        return isCurrent;
    }

    /**
     * One event.
     *
     * @throws dev.storetwin.core.binary.MalformedBytes   when the bytes are no event
     * @throws dev.storetwin.core.binary.UnsupportedBytes when they are one that this version does not know
     */
    public EncodedEvent read(byte[] bytes, int offset, int length) {
        if (isCurrent) {
            return EncodedEvent.of(bytes, offset, length);
        }
        var in = new ByteReader(bytes, offset, length);
        if (in.readBoolean()) {
            in.readVarint();
            in.skipBytes();
        }
        return codec.renewed(reader, in);
    }
}
