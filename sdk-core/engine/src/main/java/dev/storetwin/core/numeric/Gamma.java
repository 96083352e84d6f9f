package dev.storetwin.core.numeric;

/** The gamma function of a positive number. */
public final class Gamma {

    private static final double HALF_LOG_TWO_PI = .91893853320467274178;
    private static final double FAR = 12;

    private Gamma() {}

    /** Its natural logarithm, by Stirling's series where that is exact enough and by recursion below. */
    public static double log(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException("x (%s) must be positive.".formatted(x));
        }
        double shift = 1;
        double far = x;
        while (far < FAR) {
            shift *= far;
            far++;
        }
        double inverse = 1 / far;
        double square = inverse * inverse;
        double series = inverse
                * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
        return (far - .5) * StrictMath.log(far) - far + HALF_LOG_TWO_PI + series - StrictMath.log(shift);
    }
}
