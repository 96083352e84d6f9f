package dev.storetwin.core.platform;

import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.InboxStatus;
import dev.storetwin.platform.ParkedMessage;
import java.util.List;

/** How full an inbox is, for any thread. */
final class InboxRoom {

    private final InboxSettings settings;
    private int letters;
    private long bytes;
    private long received;
    private long applied;
    private List<ParkedMessage> parked = List.of();

    InboxRoom(InboxSettings settings) {
        this.settings = settings;
    }

    /** Room for one more; false when there is none. One message always fits, however large. */
    synchronized boolean take(long size) {
        if (letters >= settings.messages() || (letters > 0 && bytes + size > settings.bytes())) {
            return false;
        }
        restore(size);
        return true;
    }

    /** One that was there before, whether it fits or not. */
    synchronized void restore(long size) {
        letters++;
        bytes += size;
    }

    synchronized void leave(long size) {
        letters--;
        bytes -= size;
    }

    synchronized void resize(long difference) {
        bytes += difference;
    }

    synchronized void received() {
        received++;
    }

    synchronized void applied() {
        applied++;
    }

    synchronized void parked(List<ParkedMessage> waiting) {
        parked = waiting;
    }

    synchronized List<ParkedMessage> parked() {
        return parked;
    }

    synchronized InboxStatus status() {
        return new InboxStatus(letters - parked.size(), parked.size(), settings.messages(), bytes, received, applied);
    }
}
