package dev.storetwin.core.random;

import dev.storetwin.core.numeric.Normal;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The chance of one key: a short stream of numbers. Derived numbers are computed here and not inherited, so that no release of Java
 * changes them.
 */
public final class Draw implements RandomGenerator {

    private final SplittableRandom bits;

    Draw(long key) {
        this.bits = new SplittableRandom(key).split();
    }

    @Override
    public long nextLong() {
        return bits.nextLong();
    }

    /** Uniform from 0 to below 1, on a grid of 2^-53. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform strictly between 0 and 1. */
    public double nextOpenDouble() {
        return ((nextLong() >>> 12) + .5) * 0x1.0p-52;
    }

    /** Uniform from 0 to below the bound, without bias (Lemire 2019). */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound (%d) must be positive.".formatted(bound));
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            long threshold = (1L << 32) % bound;
            while ((product & 0xFFFFFFFFL) < threshold) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** From the standard normal distribution. */
    @Override
    public double nextGaussian() {
        return Normal.quantile(nextOpenDouble());
    }

    /** True with this probability. */
    public boolean nextBoolean(double probability) {
        return nextDouble() < probability;
    }
}
