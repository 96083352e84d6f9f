package dev.storetwin.core.memory;

import dev.storetwin.core.event.EncodedEvent;
import java.util.List;

/** Where accepted events are kept before anybody hears that they were accepted. */
public interface EventLog extends AutoCloseable {

    /** Of a twin without a directory: what its state holds is all there is. */
    EventLog NONE = new EventLog() {
        @Override
        public void keep(long revision, List<EncodedEvent> events) {}

        @Override
        public void force() {}

        @Override
        public void close() {}
    };

    /**
     * All of these are kept when this returns, none of them when it fails.
     *
     * @param revision of the last of them
     * @throws StorageUnavailable when the disk has no room or fails; the log can go on when that is over
     */
    void keep(long revision, List<EncodedEvent> events) throws StorageUnavailable;

    /**
     * All that was kept outlasts a loss of power when this returns, whatever the policy of forcing is.
     *
     * @throws StorageUnavailable when the disk fails
     */
    void force() throws StorageUnavailable;

    @Override
    void close();
}
