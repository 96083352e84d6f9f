package dev.storetwin.core.random;

/** How many of so many things pass, when each passes with the same probability. */
public final class Binomial {

    private static final double ENOUGH_FOR_NORMAL = 25;

    private Binomial() {}

    /**
     * One draw: by adding up probabilities from zero where few pass, by the rounded normal distribution where many do.
     *
     * @param trials      not negative
     * @param probability between 0 and 1
     */
    public static long draw(long trials, double probability, Draw draw) {
        if (probability > .5) {
            return trials - draw(trials, 1 - probability, draw);
        }
        double mean = trials * probability;
        double variance = mean * (1 - probability);
        if (variance > ENOUGH_FOR_NORMAL) {
            double value = Math.rint(mean + Math.sqrt(variance) * draw.nextGaussian());
            return (long) Math.max(0, Math.min(trials, value));
        }
        return trials == 0 || probability == 0 ? 0 : byInversion(trials, probability, draw.nextDouble());
    }

    private static long byInversion(long trials, double probability, double uniform) {
        double odds = probability / (1 - probability);
        double chance = StrictMath.exp(trials * StrictMath.log1p(-probability));
        double below = chance;
        long passed = 0;
        while (uniform > below && passed < trials) {
            chance *= odds * (trials - passed) / (passed + 1);
            below += chance;
            passed++;
        }
        return passed;
    }
}
