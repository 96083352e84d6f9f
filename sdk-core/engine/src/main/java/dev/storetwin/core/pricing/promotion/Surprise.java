package dev.storetwin.core.pricing.promotion;

/**
 * What was sold beside what was expected.
 *
 * @param share of the periods in which the thing could be bought
 */
record Surprise(double sold, double expected, double share) {

    static final Surprise NOTHING = new Surprise(0, 0, 0);

    double units() {
        return sold - expected;
    }

    Surprise plus(Surprise other) {
        return new Surprise(sold + other.sold, expected + other.expected, Math.min(share, other.share));
    }
}
