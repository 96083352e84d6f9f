package dev.storetwin.core.feature;

/**
 * How much is kept of what was served.
 *
 * @param bytes        on disk; when they are full the oldest part goes
 * @param waitingBytes that may wait for the disk; what is served meanwhile is counted as lost, and nobody waits
 * @param inMemory     vectors of a twin without a data directory, with the states they were read from
 */
public record ServedLogOptions(long bytes, long waitingBytes, int inMemory) {

    /** 256 MiB on disk, 8 MiB waiting, 1,000 vectors in memory. */
    public static final ServedLogOptions DEFAULT = new ServedLogOptions(256L << 20, 8L << 20, 1_000);

    private static final long MOST_WAITING = 1L << 30;
    private static final int MOST_IN_MEMORY = 10_000_000;

    public ServedLogOptions {
        if (waitingBytes > MOST_WAITING || inMemory > MOST_IN_MEMORY) {
            throw new IllegalArgumentException("""
                    waitingBytes (%d) must not be above %d and inMemory (%d) not above %d: both lie in the heap.
                    Maybe a data directory is meant, where bytes says how much is kept.""".formatted(waitingBytes, MOST_WAITING, inMemory, MOST_IN_MEMORY));
        }
        if (bytes < 1 || waitingBytes < 1 || inMemory < 1) {
            throw new IllegalArgumentException(
                    "bytes (%d), waitingBytes (%d) and inMemory (%d) must be positive.\nMaybe the log is not wanted: then do not ask for it."
                            .formatted(bytes, waitingBytes, inMemory));
        }
    }

    public ServedLogOptions withBytes(long most) {
        return new ServedLogOptions(most, waitingBytes, inMemory);
    }

    public ServedLogOptions withWaitingBytes(long most) {
        return new ServedLogOptions(bytes, most, inMemory);
    }

    public ServedLogOptions withInMemory(int vectors) {
        return new ServedLogOptions(bytes, waitingBytes, vectors);
    }
}
