package dev.storetwin.platform;

/**
 * How much an inbox holds before it tells platforms to come again.
 *
 * @param messages     that wait or are parked
 * @param bytes        of their bodies together
 * @param segmentBytes of one file; a file goes when all in it was applied
 * @param atOnce       messages that are handed to the twin at the same time
 */
public record InboxSettings(int messages, long bytes, long segmentBytes, int atOnce) {

    /** 10,000 messages or 64 MiB, files of 1 MiB, 256 at once. */
    public static final InboxSettings DEFAULT = new InboxSettings(10_000, 64L << 20, 1L << 20, 256);

    public InboxSettings {
        if (messages < 1 || bytes < 1 || segmentBytes < 1 || atOnce < 1) {
            throw new IllegalArgumentException("""
                    messages (%d), bytes (%d), segmentBytes (%d) and atOnce (%d) must be above zero.""".formatted(messages, bytes, segmentBytes, atOnce));
        }
    }

    public InboxSettings withMessages(int most) {
        return new InboxSettings(most, bytes, segmentBytes, atOnce);
    }

    public InboxSettings withBytes(long most) {
        return new InboxSettings(messages, most, segmentBytes, atOnce);
    }

    public InboxSettings withSegmentBytes(long size) {
        return new InboxSettings(messages, bytes, size, atOnce);
    }
}
