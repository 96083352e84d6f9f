package dev.storetwin.core.journal;

import java.nio.ByteBuffer;

/**
 * How a journal is kept.
 *
 * @param segmentBytes size from which on a segment is full and a new one begun
 * @param forcePolicy  when what was committed is forced to disk
 * @param preamble     what the records of a segment need to be read; written at the beginning of each
 */
public record JournalSettings(long segmentBytes, ForcePolicy forcePolicy, ByteBuffer preamble) {

    /** Segments of 64 MiB, each group forced, no preamble. */
    public static final JournalSettings DEFAULT = new JournalSettings(
            64L << 20, ForcePolicy.EVERY_GROUP, ByteBuffer.allocate(0).asReadOnlyBuffer());

    public JournalSettings {
        if (segmentBytes <= 0) {
            throw new IllegalArgumentException("segmentBytes (%d) must be positive.".formatted(segmentBytes));
        }
        preamble = preamble.slice().asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer preamble() {
        return preamble.duplicate();
    }

    public JournalSettings withSegmentBytes(long bytes) {
        return new JournalSettings(bytes, forcePolicy, preamble);
    }

    public JournalSettings withForcePolicy(ForcePolicy policy) {
        return new JournalSettings(segmentBytes, policy, preamble);
    }

    public JournalSettings withPreamble(byte[] bytes) {
        return new JournalSettings(segmentBytes, forcePolicy, ByteBuffer.wrap(bytes.clone()));
    }
}
