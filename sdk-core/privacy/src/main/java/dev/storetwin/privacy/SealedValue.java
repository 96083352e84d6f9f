package dev.storetwin.privacy;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What stands in the place of a value: the version of its owner's key in seven bits a byte, low ones first, then the sealed bytes. */
final class SealedValue {

    /** Of an erased owner: version 0 and nothing else. */
    private static final byte[] NOTHING = {0};

    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private SealedValue() {}

    static byte[] nothing() {
        return NOTHING.clone();
    }

    static byte[] of(int version, byte[] sealed) {
        var bytes = ByteBuffer.allocate(5 + sealed.length);
        int rest = version;
        for (; rest >= MORE; rest >>>= BITS) {
            bytes.put((byte) (rest | MORE));
        }
        bytes.put((byte) rest).put(sealed);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Which of the owner's keys it was sealed under; 0 when it was sealed to nothing. Advances to what was sealed. */
    static int version(ByteBuffer value) {
        int version = 0;
        for (int shift = 0; value.hasRemaining() && shift < Integer.SIZE; shift += BITS) {
            int next = value.get();
            version |= (next & MORE - 1) << shift;
            if (next >= 0) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "These bytes are no sealed value.\nMaybe they were written without a vault, or are damaged.");
    }

    static byte[] rest(ByteBuffer value) {
        var rest = new byte[value.remaining()];
        value.get(rest);
        return rest;
    }
}
