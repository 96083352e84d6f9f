package dev.storetwin.core.journal;

import java.nio.ByteBuffer;

/*
 * A segment is only ever appended to, and file systems that keep their promises show what was not written as zeros or not at all. So a
 * group that a crash tore lacks its beginning, its end, or whole blocks in between, and in their place are zeros. Bytes that are neither
 * zero nor what was written are damage. Damage that happens to look like a tear cannot be told apart: the last byte of a group that became
 * zero, or its announced length when it grew.
 */
/** What a crash can have left of a frame that was being written, and what it cannot. */
final class Tear {

    private static final int BLOCK = 512;

    private Tear() {}

    /** Whether these bytes, which stand where a frame begins, can be what is left of its sync mark. */
    static boolean explainsSync(ByteBuffer bytes) {
        for (int i = 0; i < bytes.limit(); i++) {
            byte expected = (byte) (Frame.SYNC >>> (24 - 8 * i));
            if (bytes.get(i) != 0 && bytes.get(i) != expected) {
                return false;
            }
        }
        return true;
    }

    /** Whether a crash can have made a broken frame of a whole one. */
    static boolean explains(ByteBuffer frame, long offset) {
        return frame.get(0) == 0 || frame.get(frame.limit() - 1) == 0 || hasEmptyBlock(frame, offset);
    }

    private static boolean hasEmptyBlock(ByteBuffer frame, long offset) {
        int first = (int) (BLOCK - offset % BLOCK) % BLOCK;
        for (int at = first; at + BLOCK <= frame.limit(); at += BLOCK) {
            if (isZero(frame.slice(at, BLOCK))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(ByteBuffer block) {
        return block.mismatch(ByteBuffer.allocate(BLOCK)) < 0;
    }
}
