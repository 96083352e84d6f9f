package dev.storetwin.core.journal;

import java.nio.ByteBuffer;

/** A length in as few bytes as it needs: seven bits each, the lowest first, the top bit says that more follow. */
final class Varint {

    private Varint() {}

    static int size(int value) {
        return (38 - Integer.numberOfLeadingZeros(value | 1)) / 7;
    }

    static void put(ByteBuffer into, int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            into.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        into.put((byte) rest);
    }

    static int get(ByteBuffer from) {
        int value = 0;
        int shift = 0;
        byte part;
        do {
            part = from.get();
            value |= (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0);
        return value;
    }
}
