package dev.storetwin.benchmarks.memory;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** How often and how long collectors stopped the process while this was open. Their work beside it is not counted. */
final class Pauses implements AutoCloseable {

    private final NotificationListener listener = (notification, collector) -> note(notification);
    private int count;
    private long longest;
    private long together;

    Pauses() {
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(NotificationEmitter.class::cast)
                .forEach(it -> it.addNotificationListener(listener, null, it));
    }

    private synchronized void note(Notification notification) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            if (stopsTheProcess(collection.getGcName())) {
                note(collection.getGcInfo().getDuration());
            }
        }
    }

    private void note(long millis) {
        count++;
        longest = Math.max(longest, millis);
        together += millis;
    }

    /** Collectors that work beside the process report whole cycles as well. */
    static boolean stopsTheProcess(String collector) {
        return !collector.endsWith("Cycles") && !collector.contains("Concurrent");
    }

    @Override
    public synchronized String toString() {
        return String.format(
                Locale.ROOT, "collector stopped it %d times, %d ms together, %d ms at most", count, together, longest);
    }

    @Override
    public void close() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            try {
                ((NotificationEmitter) collector).removeNotificationListener(listener);
            } catch (ListenerNotFoundException impossible) {
                throw new IllegalStateException("The listener was added to every collector.", impossible);
            }
        }
    }
}
