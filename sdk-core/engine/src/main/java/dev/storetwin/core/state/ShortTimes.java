package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;

/**
 * The first byte of a line, and the time that passed since the line before: in the coarsest unit that it is whole in, in as few bytes as that
 * needs. Two bits of the byte say what the line is, four the unit and the number of bytes, two are a small number.
 */
final class ShortTimes {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final long MICRO = 1_000L;

    private static final long[] UNITS = {
        SECOND, SECOND, SECOND, SECOND, MILLI, MILLI, MILLI, MILLI, MICRO, MICRO, MICRO, MICRO, 1, 1, 1, 1
    };

    private static final int[] WIDTHS = {0, 2, 3, 4, 3, 4, 5, 6, 4, 5, 6, 7, 5, 6, 7, 8};

    private static final int WIDEST = WIDTHS.length - 1;

    private ShortTimes() {}

    static void write(int kind, long since, int small, ByteWriter out) {
        int form = form(since);
        out.writeByte((kind << 6) | (form << 2) | small);
        long count = since / UNITS[form];
        for (int i = WIDTHS[form] - 1; i >= 0; i--) {
            out.writeByte((int) (count >>> (i * Byte.SIZE)));
        }
    }

    private static int form(long since) {
        int form = since < 0 ? WIDEST : 0;
        while (!fits(since, form)) {
            form++;
        }
        return form;
    }

    private static boolean fits(long since, int form) {
        long count = since / UNITS[form];
        return form == WIDEST || (since % UNITS[form] == 0 && count >>> (WIDTHS[form] * Byte.SIZE) == 0);
    }

    static int kind(int head) {
        return head >> 6 & 3;
    }

    static int small(int head) {
        return head & 3;
    }

    static long read(int head, ByteReader in) {
        int form = head >> 2 & 15;
        long count = 0;
        for (int i = 0; i < WIDTHS[form]; i++) {
            count = (count << Byte.SIZE) | (in.readByte() & 0xFF);
        }
        return count * UNITS[form];
    }
}
