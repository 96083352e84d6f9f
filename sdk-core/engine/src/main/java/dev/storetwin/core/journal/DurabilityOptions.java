package dev.storetwin.core.journal;

/**
 * How a twin keeps its events on disk.
 *
 * @param force         when acknowledged events are forced to disk, so what a loss of power may cost; acts of the twin are always forced
 *                      before the platform hears of them
 * @param waiting       how many events may wait for the disk before more are turned away
 * @param segmentBytes  size from which on a new file of the journal is begun
 * @param snapshotEvery how many events go by between two snapshots; a start reads the last one and the events after it
 * @param snapshotsKept how many snapshots are kept, at least one
 * @param history       whether the journal is kept from the first event on, so that every past revision can be asked for; otherwise what
 *                      lies before the oldest snapshot is removed
 * @param documentBytes about how much heap the documents of orders, counts and prices that came last may need; when they need more, they are
 *                      moved to the archive on disk, during which as many again may come
 */
public record DurabilityOptions(
        ForcePolicy force,
        int waiting,
        long segmentBytes,
        long snapshotEvery,
        int snapshotsKept,
        boolean history,
        long documentBytes) {

    /** Every group forced, 65,536 events may wait, files of 64 MiB, a snapshot every million events, two kept, with all history, 64 MiB of documents in the heap. */
    public static final DurabilityOptions DEFAULT =
            new DurabilityOptions(ForcePolicy.EVERY_GROUP, 65_536, 64L << 20, 1_000_000, 2, true, 64L << 20);

    private static final int MOST_WAITING = 1 << 24;
    private static final long LARGEST_SEGMENT = 1L << 40;
    private static final int MOST_SNAPSHOTS = 1_000;

    public DurabilityOptions {
        if (waiting > MOST_WAITING || segmentBytes > LARGEST_SEGMENT || snapshotsKept > MOST_SNAPSHOTS) {
            throw new IllegalArgumentException(
                    """
                    waiting (%d) must not be above %d, segmentBytes (%d) not above %d and snapshotsKept (%d) not above %d.
                    Maybe load() is meant for what is more than that.""".formatted(waiting, MOST_WAITING, segmentBytes, LARGEST_SEGMENT, snapshotsKept, MOST_SNAPSHOTS));
        }
        if (waiting < 1 || segmentBytes < 1 || snapshotEvery < 1 || snapshotsKept < 1 || documentBytes < 1) {
            throw new IllegalArgumentException(
                    "waiting (%d), segmentBytes (%d), snapshotEvery (%d), snapshotsKept (%d) and documentBytes (%d) must be positive."
                            .formatted(waiting, segmentBytes, snapshotEvery, snapshotsKept, documentBytes));
        }
    }

    public DurabilityOptions withForce(ForcePolicy policy) {
        return new DurabilityOptions(
                policy, waiting, segmentBytes, snapshotEvery, snapshotsKept, history, documentBytes);
    }

    public DurabilityOptions withWaiting(int events) {
        return new DurabilityOptions(force, events, segmentBytes, snapshotEvery, snapshotsKept, history, documentBytes);
    }

    public DurabilityOptions withSegmentBytes(long bytes) {
        return new DurabilityOptions(force, waiting, bytes, snapshotEvery, snapshotsKept, history, documentBytes);
    }

    public DurabilityOptions withSnapshotEvery(long events) {
        return new DurabilityOptions(force, waiting, segmentBytes, events, snapshotsKept, history, documentBytes);
    }

    public DurabilityOptions withSnapshotsKept(int snapshots) {
        return new DurabilityOptions(force, waiting, segmentBytes, snapshotEvery, snapshots, history, documentBytes);
    }

    public DurabilityOptions withHistory(boolean kept) {
        return new DurabilityOptions(force, waiting, segmentBytes, snapshotEvery, snapshotsKept, kept, documentBytes);
    }

    public DurabilityOptions withDocumentBytes(long bytes) {
        return new DurabilityOptions(force, waiting, segmentBytes, snapshotEvery, snapshotsKept, history, bytes);
    }
}
