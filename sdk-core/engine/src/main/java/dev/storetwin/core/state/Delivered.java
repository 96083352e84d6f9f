package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.TwinEvent;
import java.util.List;

/** The events of a batch as they were handed in: as records, in bytes, or both once somebody asked. */
sealed interface Delivered {

    int size();

    TwinEvent event(int index);

    /** To write a row of events in. */
    ByteWriter room();

    /**
     * An event in bytes.
     *
     * @param room to write it in, where it is not yet written
     */
    EncodedEvent encoded(int index, ByteWriter room);

    /** Records. What no document keeps and nobody journals is never written to bytes. */
    record Records(List<? extends TwinEvent> events, EventCodec codec) implements Delivered {

        @Override
        public int size() {
            return events.size();
        }

        @Override
        public TwinEvent event(int index) {
            return events.get(index);
        }

        @Override
        public EncodedEvent encoded(int index, ByteWriter room) {
            return codec.encode(events.get(index), room);
        }

        @Override
        public ByteWriter room() {
            return new ByteWriter();
        }
    }

    /** Bytes, which the same codec wrote. */
    record Bytes(List<EncodedEvent> events, EventCodec codec) implements Delivered {

        @Override
        public int size() {
            return events.size();
        }

        @Override
        public TwinEvent event(int index) {
            return codec.decode(events.get(index));
        }

        @Override
        public EncodedEvent encoded(int index, ByteWriter room) {
            return events.get(index);
        }

        /** Nothing is written any more. */
        @Override
        public ByteWriter room() {
            return new ByteWriter(0);
        }
    }
}
