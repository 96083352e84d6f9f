package dev.storetwin.core.journal;

import java.nio.ByteBuffer;

/*
 * A segment is only ever appended to, and file systems that keep their promises show what was not written as zeros or not at all. So a
 * group that a crash tore lacks its beginning, its end, or something in between, and in its place are zeros. Bytes that are neither
 * zero nor what was written are damage. Damage that happens to look like a tear cannot be told apart: the last byte of a group that became
 * zero, or its announced length when it grew.
 */
/** What a crash can have left of a frame that was being written, and what it cannot. */
final class Tear {

    /** So many zeros in a row are where something was not written. Records that hold as many are taken for torn when they are broken. */
    private static final int HOLE = 8;

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
    static boolean explains(ByteBuffer frame) {
        return frame.get(0) == 0 || frame.get(frame.limit() - 1) == 0 || hasHole(frame);
    }

    private static boolean hasHole(ByteBuffer frame) {
        int zeros = 0;
        for (int at = Frame.HEADER; at < frame.limit(); at++) {
            zeros = frame.get(at) == 0 ? zeros + 1 : 0;
            if (zeros == HOLE) {
                return true;
            }
        }
        return false;
    }
}
