package dev.storetwin.core.binary;

/**
 * 128 bits that stand for some bytes: the same on every machine, and different for different bytes as surely as chance allows. It is no
 * protection against somebody who wants two to be equal.
 *
 * <p>How it works: MurmurHash3 in its 128-bit form for 64-bit machines. What comes later is hashed with the halves so far as seeds.
 *
 * @param high the first half
 * @param low  the second half
 */
public record Fingerprint(long high, long low) implements Comparable<Fingerprint> {

    /** Of no bytes. */
    public static final Fingerprint NONE = new Fingerprint(0, 0);

    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    public static Fingerprint of(byte[] bytes) {
        return NONE.and(bytes, 0, bytes.length);
    }

    /** The fingerprint of what was hashed so far and these bytes, as two things. */
    public Fingerprint and(byte[] bytes, int from, int until) {
        long one = high;
        long two = low;
        int position = from;
        for (; position <= until - 16; position += 16) {
            one = (Long.rotateLeft(one ^ first(word(bytes, position)), 27) + two) * 5 + 0x52dce729;
            two = (Long.rotateLeft(two ^ second(word(bytes, position + 8)), 31) + one) * 5 + 0x38495ab5;
        }
        two ^= second(word(bytes, Math.min(position + 8, until), until));
        one ^= first(word(bytes, position, until));
        return finished(one ^ (until - from), two ^ (until - from));
    }

    private static Fingerprint finished(long first, long second) {
        long one = mixed(first + second);
        long two = mixed(second + first + second);
        return new Fingerprint(one + two, two + one + two);
    }

    private static long first(long word) {
        return Long.rotateLeft(word * C1, 31) * C2;
    }

    private static long second(long word) {
        return Long.rotateLeft(word * C2, 33) * C1;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static long word(byte[] bytes, int at) {
        return Long.reverseBytes((long) ByteWriter.LONGS.get(bytes, at));
    }

    /** Up to eight bytes, the first lowest. */
    private static long word(byte[] bytes, int from, int until) {
        long word = 0;
        for (int i = Math.min(from + 8, until) - 1; i >= from; i--) {
            word = word << 8 | bytes[i] & 0xFF;
        }
        return word;
    }

    @Override
    public int compareTo(Fingerprint other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
