package dev.storetwin.testing;

/** Chance under one seed: what is drawn depends on the seed and the key alone, never on what was drawn before. */
final class Draws {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;

    private Draws(long seed) {
        this.seed = seed;
    }

    static Draws of(long seed) {
        return new Draws(seed);
    }

    Draw keyed(String purpose, String entity, long index) {
        long hash = mix(seed + GOLDEN_GAMMA);
        hash = absorb(hash, purpose);
        hash = absorb(hash, entity);
        return new Draw(mix(hash ^ mix(index + GOLDEN_GAMMA)));
    }

    private static long absorb(long hash, String text) {
        long mixed = mix(hash + text.length());
        for (int i = 0; i < text.length(); i++) {
            mixed = mix((mixed ^ text.charAt(i)) + GOLDEN_GAMMA);
        }
        return mixed;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The numbers of one key. */
    static final class Draw {

        private long state;

        Draw(long state) {
            this.state = state;
        }

        double nextDouble() {
            state += GOLDEN_GAMMA;
            return (mix(state) >>> 11) * 0x1.0p-53;
        }

        double nextOpenDouble() {
            state += GOLDEN_GAMMA;
            return ((mix(state) >>> 12) + .5) * 0x1.0p-52;
        }

        int nextInt(int bound) {
            return (int) (nextDouble() * bound);
        }

        boolean nextBoolean(double probability) {
            return nextDouble() < probability;
        }

        double nextGaussian() {
            return StrictMath.sqrt(-2 * StrictMath.log(nextOpenDouble())) * StrictMath.cos(2 * Math.PI * nextDouble());
        }
    }
}
