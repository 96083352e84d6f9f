package dev.storetwin.core.platform;

import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.InboxStatus;
import dev.storetwin.platform.ParkedMessage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How full an inbox is and who waits there for somebody, for any thread. */
final class InboxRoom {

    private final InboxSettings settings;
    private final SortedMap<Long, ParkedMessage> parked = new TreeMap<>();
    private int letters;
    private long bytes;
    private long received;
    private long applied;

    InboxRoom(InboxSettings settings) {
        this.settings = settings;
    }

    /** Room for one more; false when there is none. One message always fits. */
    synchronized boolean take(long size) {
        if (letters >= settings.messages() || (letters > 0 && bytes + size > settings.bytes())) {
            return false;
        }
        letters++;
        bytes += size;
        return true;
    }

    /** One that was there before, whether it fits or not. */
    synchronized void restore(Letter letter) {
        letters++;
        bytes += letter.bytes();
        if (letter.isParked()) {
            park(letter);
        }
    }

    synchronized void received() {
        received++;
    }

    synchronized void park(Letter letter) {
        parked.put(letter.number(), letter.asParked());
    }

    /** A parked letter takes part again, and its size may be another now. */
    synchronized void unpark(Letter before, Letter now) {
        parked.remove(before.number());
        bytes += now.bytes() - before.bytes();
    }

    synchronized void applied(Letter letter) {
        applied++;
        leave(letter);
    }

    synchronized void leave(Letter letter) {
        parked.remove(letter.number());
        letters--;
        bytes -= letter.bytes();
    }

    synchronized List<ParkedMessage> parked() {
        return List.copyOf(parked.values());
    }

    synchronized InboxStatus status() {
        return new InboxStatus(letters - parked.size(), parked.size(), settings.messages(), bytes, received, applied);
    }
}
