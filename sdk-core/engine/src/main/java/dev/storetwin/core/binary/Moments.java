package dev.storetwin.core.binary;

import java.time.Instant;

/** How moments lie in bytes: the seconds since 1970, and the nanoseconds without the zeros at their end. */
public final class Moments {

    private static final int SECOND = 1_000_000_000;
    private static final int MOST_ZEROS = 8;

    private Moments() {}

    public static void write(Instant moment, ByteWriter out) {
        out.writeZigzag(moment.getEpochSecond());
        writeNanos(moment.getNano(), out);
    }

    /** Any moment that an {@link Instant} can be; {@link MalformedBytes} for bytes that are none. */
    public static Instant read(ByteReader in) {
        long second = in.readZigzag();
        if (second < Instant.MIN.getEpochSecond() || second > Instant.MAX.getEpochSecond()) {
            throw new MalformedBytes(in.position(), "a moment instead of second " + second);
        }
        return Instant.ofEpochSecond(second, readNanos(in));
    }

    /** Most clocks tick in milliseconds or microseconds: so the digits come without their zeros, and the number of these as last digit. */
    static void writeNanos(int nanos, ByteWriter out) {
        int digits = nanos;
        int zeros = 0;
        while (digits != 0 && digits % 10 == 0) {
            digits /= 10;
            zeros++;
        }
        out.writeVarint(digits * 10L + zeros);
    }

    static int readNanos(ByteReader in) {
        long written = in.readVarint();
        long nanos = written / 10;
        int zeros = (int) (written % 10);
        boolean isShortest = written == 0 || nanos % 10 != 0;
        for (int i = 0; i < zeros && nanos < SECOND; i++) {
            nanos *= 10;
        }
        if (written < 0 || !isShortest || zeros > MOST_ZEROS || nanos >= SECOND) {
            throw new MalformedBytes(in.position(), "nanoseconds of a second instead of " + written);
        }
        return (int) nanos;
    }
}
