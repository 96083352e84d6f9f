package dev.storetwin.core.memory;

import dev.storetwin.event.TwinEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;

/** All kept events, oldest first, to be walked through once. */
public interface KeptEvents extends Iterable<TwinEvent>, Closeable {

    /** Of a twin that keeps none. */
    KeptEvents NONE = new KeptEvents() {
        @Override
        public Iterator<TwinEvent> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public void close() {}
    };

    @Override
    void close() throws IOException;
}
