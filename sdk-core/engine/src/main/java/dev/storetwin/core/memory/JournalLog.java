package dev.storetwin.core.memory;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Keeps events in the journal of a data directory. The revision of a state is the position after its last event.
 *
 * <p>Keys come before what they seal: an event whose key a crash took could never be read again.
 */
final class JournalLog implements EventLog {

    private final Journal journal;
    private final Keys keys;
    private boolean isWhole = true;

    JournalLog(Journal journal, Keys keys) {
        this.journal = journal;
        this.keys = keys;
    }

    /** Makes sure that no key can be lost any more. */
    interface Keys {

        void force() throws IOException;
    }

    @Override
    public void keep(long revision, List<EncodedEvent> events) throws StorageUnavailable {
        if (events.isEmpty()) {
            return;
        }
        try {
            recover();
            requireNext(revision, events.size());
            isWhole = false;
            keys.force();
            journal.append(events.stream().map(EncodedEvent::toByteArray).toList());
            journal.commit();
            isWhole = true;
        } catch (IOException | UncheckedIOException full) {
            throw new StorageUnavailable(String.valueOf(full.getMessage()), full);
        }
    }

    /** Events at another place than their state has them would be others after a restart. */
    private void requireNext(long revision, int events) {
        long end = journal.durablePosition();
        if (end + events != revision) {
            throw new IllegalStateException("""
                    The journal ends at %d, so %d more events do not make revision %d.
                    Maybe something else writes to it; the twin that is opened next goes by the journal.""".formatted(end, events, revision));
        }
    }

    /** What a group left behind that did not come through, whatever stopped it, is forgotten before the next one is written. */
    private void recover() throws IOException {
        if (!isWhole || journal.hasFailed()) {
            journal.rewind();
        }
    }

    @Override
    public void force() throws StorageUnavailable {
        try {
            journal.force();
        } catch (IOException full) {
            throw new StorageUnavailable(String.valueOf(full.getMessage()), full);
        }
    }

    @Override
    public void close() {
        try {
            journal.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
