package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.TwinEvent;
import java.util.List;

/** The events of a batch as they were handed in: as records, in bytes, or both once somebody asked. */
sealed interface Delivered {

    int size();

    TwinEvent event(int index);

    EncodedEvent encoded(int index);

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
        public EncodedEvent encoded(int index) {
            return codec.encode(events.get(index));
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
        public EncodedEvent encoded(int index) {
            return events.get(index);
        }
    }
}
