package dev.storetwin.platform;

/**
 * How much an inbox holds before it tells platforms to come again.
 *
 * @param messages     that wait or are parked
 * @param bytes        of these messages together, as {@link PlatformMessage#size} counts them
 * @param messageBytes of one message; a larger one is rejected, since it would never fit
 * @param segmentBytes of one file; a file goes when all in it was applied
 * @param atOnce       messages that are handed to the twin at the same time
 */
public record InboxSettings(int messages, long bytes, int messageBytes, long segmentBytes, int atOnce) {

    /** 10,000 messages or 64 MiB, at most 8 MiB each, files of 1 MiB, 256 at once. */
    public static final InboxSettings DEFAULT = new InboxSettings(10_000, 64L << 20, 8 << 20, 1L << 20, 256);

    private static final int LARGEST = 256 << 20;
    private static final int MOST_MESSAGES = 10_000_000;
    private static final int MOST_AT_ONCE = 100_000;
    private static final long MOST_BYTES = 1L << 40;
    private static final long LARGEST_SEGMENT = 1L << 30;

    public InboxSettings {
        if (messages < 1 || bytes < 1 || messageBytes < 1 || segmentBytes < 1 || atOnce < 1) {
            throw new IllegalArgumentException("""
                    messages (%d), bytes (%d), messageBytes (%d), segmentBytes (%d) and atOnce (%d) must be above zero.""".formatted(messages, bytes, messageBytes, segmentBytes, atOnce));
        }
        if (messages > MOST_MESSAGES || atOnce > MOST_AT_ONCE || bytes > MOST_BYTES || segmentBytes > LARGEST_SEGMENT) {
            throw new IllegalArgumentException("""
                    messages (%d) must not be above %d, atOnce (%d) not above %d, bytes (%d) not above %d and segmentBytes (%d) not above %d.
                    Maybe a number of bytes was given as a number of messages.""".formatted(
                    messages, MOST_MESSAGES, atOnce, MOST_AT_ONCE, bytes, MOST_BYTES, segmentBytes, LARGEST_SEGMENT));
        }
        if (messageBytes > LARGEST) {
            throw new IllegalArgumentException("""
                    messageBytes (%d) must not be above %d.
                    Maybe what is larger should be loaded as history.""".formatted(messageBytes, LARGEST));
        }
    }

    public InboxSettings withMessages(int most) {
        return new InboxSettings(most, bytes, messageBytes, segmentBytes, atOnce);
    }

    public InboxSettings withBytes(long most) {
        return new InboxSettings(messages, most, messageBytes, segmentBytes, atOnce);
    }

    public InboxSettings withMessageBytes(int most) {
        return new InboxSettings(messages, bytes, most, segmentBytes, atOnce);
    }

    public InboxSettings withSegmentBytes(long size) {
        return new InboxSettings(messages, bytes, messageBytes, size, atOnce);
    }

    public InboxSettings withAtOnce(int most) {
        return new InboxSettings(messages, bytes, messageBytes, segmentBytes, most);
    }
}
