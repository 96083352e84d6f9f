package dev.storetwin.core.random;

/**
 * A source of chance under one seed. What is drawn depends on the seed and the key (purpose, entity, index) alone, never on what was
 * drawn before or by which thread.
 */
public final class Draws {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;

    private Draws(long seed) {
        this.seed = seed;
    }

    public static Draws of(long seed) {
        return new Draws(seed);
    }

    public long seed() {
        return seed;
    }

    /**
     * The stream of one key.
     *
     * @param purpose what is decided by it, such as {@code demand-path}
     * @param entity  whom it concerns, such as a SKU
     * @param index   day, repetition or position
     */
    public Draw keyed(String purpose, String entity, long index) {
        return new Draw(hash(purpose, entity, index));
    }

    /** One number from 0 to below 1, for a key that needs no more. */
    public double uniform(String purpose, String entity, long index) {
        return keyed(purpose, entity, index).nextDouble();
    }

    private long hash(String purpose, String entity, long index) {
        long hash = mix(seed + GOLDEN_GAMMA);
        hash = absorb(hash, purpose);
        hash = absorb(hash, entity);
        return mix(hash ^ mix(index + GOLDEN_GAMMA));
    }

    /** The length goes in first, so that ("ab", "c") and ("a", "bc") differ. */
    private static long absorb(long hash, String text) {
        long mixed = mix(hash + text.length());
        for (int i = 0; i < text.length(); i++) {
            mixed = mix((mixed ^ text.charAt(i)) + GOLDEN_GAMMA);
        }
        return mixed;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014), variant 13 of Stafford. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
