package dev.storetwin.core.pricing.response;

/** 128 bits of what was read, to see whether it is the same as before. */
public final class Fingerprint {

    private long one = 0x243F6A8885A308D3L;
    private long other = 0x13198A2E03707344L;

    /** What others can be put into. */
    public static Fingerprint none() {
        var none = new Fingerprint();
        none.one = 0;
        none.other = 0;
        return none;
    }

    Fingerprint add(long bits) {
        one = mix(one ^ bits) + 0x9E3779B97F4A7C15L;
        other = mix(other + bits * 0xD1342543DE82EF95L) ^ one;
        return this;
    }

    Fingerprint add(String text) {
        add(text.length());
        text.chars().forEach(this::add);
        return this;
    }

    Fingerprint add(double[] numbers) {
        for (double number : numbers) {
            add(Double.doubleToLongBits(number));
        }
        return this;
    }

    /** Puts another one in; whoever puts many in gets the same in any order. */
    public Fingerprint plus(Fingerprint more) {
        one += more.one;
        other += more.other;
        return this;
    }

    /** Takes another one out that was put in. */
    public Fingerprint minus(Fingerprint less) {
        one -= less.one;
        other -= less.other;
        return this;
    }

    /** Hexadecimal. */
    @Override
    public String toString() {
        return "%016x%016x".formatted(one, other);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
