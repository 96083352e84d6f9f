package dev.storetwin.core.forecast.ces;

/** Whether all roots of a polynomial lie within a circle, without finding them (Schur 1917, Cohn 1922). */
final class RootsInCircle {

    private RootsInCircle() {}

    /**
     * Peels off the last coefficient, which must be below 1, until none is left.
     *
     * @param polynomial highest power first, its coefficient 1; is used up
     */
    static boolean test(double[] polynomial, double radius) {
        double power = 1;
        for (int i = 1; i < polynomial.length; i++) {
            power *= radius;
            polynomial[i] /= power;
        }
        for (int degree = polynomial.length - 1; degree > 0; degree--) {
            double last = polynomial[degree];
            if (!(Math.abs(last) < 1)) {
                return false;
            }
            peel(polynomial, degree, last);
        }
        return true;
    }

    private static void peel(double[] polynomial, int degree, double last) {
        double scale = 1 - last * last;
        for (int i = 1, j = degree - 1; i <= j; i++, j--) {
            double low = polynomial[i];
            double high = polynomial[j];
            polynomial[i] = (low - last * high) / scale;
            polynomial[j] = (high - last * low) / scale;
        }
    }
}
