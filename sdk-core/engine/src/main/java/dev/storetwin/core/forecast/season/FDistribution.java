package dev.storetwin.core.forecast.season;

/** The ratio of two variances. */
final class FDistribution {

    private FDistribution() {}

    /** How many standard deviations of the normal distribution are as unlikely as the ratio (Paulson 1942). */
    static double score(double ratio, double above, double below) {
        double root = StrictMath.cbrt(ratio);
        double noiseAbove = 2 / (9 * above);
        double noiseBelow = 2 / (9 * below);
        return ((1 - noiseBelow) * root - (1 - noiseAbove)) / Math.sqrt(noiseBelow * root * root + noiseAbove);
    }
}
