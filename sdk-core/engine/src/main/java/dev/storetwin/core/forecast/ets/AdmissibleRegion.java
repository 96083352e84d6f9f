package dev.storetwin.core.forecast.ets;

/**
 * Which smoothing parameters forget the past (Hyndman, Akram and Archibald 2008): all roots of the characteristic polynomial of the
 * additive model with the same trend and season lie within the unit circle. The usual region (0 &lt; beta &lt; alpha, 0 &lt; gamma
 * &lt; 1 - alpha) guarantees that except for a trend together with a season.
 */
final class AdmissibleRegion {

    private final int period;
    private final double[] polynomial;

    AdmissibleRegion(int period) {
        this.period = period;
        this.polynomial = new double[period + 2];
    }

    static boolean isUsual(EtsModel model, double alpha, double beta, double gamma, double phi) {
        if (!within(alpha, Smoothing.LOWEST, Smoothing.HIGHEST)) {
            return false;
        }
        return (!model.hasTrend() || within(beta, Smoothing.LOWEST, Math.min(alpha, Smoothing.HIGHEST)))
                && (!model.hasSeason() || within(gamma, Smoothing.LOWEST, Math.min(1 - alpha, Smoothing.HIGHEST)))
                && (!model.damped() || within(phi, Smoothing.LOWEST_PHI, Smoothing.HIGHEST_PHI));
    }

    private static boolean within(double value, double low, double high) {
        return value >= low && value <= high;
    }

    /** Whether parameters of the usual region, with trend and season, are stable as well. */
    boolean isStable(double alpha, double beta, double gamma, double phi) {
        double[] p = polynomial;
        p[0] = phi * (1 - alpha - gamma);
        p[1] = alpha + beta - alpha * phi + gamma - 1;
        for (int i = 2; i < period; i++) {
            p[i] = alpha + beta - alpha * phi;
        }
        p[period] = alpha + beta - phi;
        p[period + 1] = 1;
        return rootsAreWithinUnitCircle(p);
    }

    /** The recursion of Schur and Cohn: each step lowers the degree by one and must meet a ratio below one. Overwrites its argument. */
    static boolean rootsAreWithinUnitCircle(double[] p) {
        for (int first = 0, last = p.length - 1; first < last; first++) {
            double ratio = p[first] / p[last];
            if (!(Math.abs(ratio) < 1)) {
                return false;
            }
            p[last] -= ratio * p[first];
            for (int low = first + 1, high = last - 1; low <= high; low++, high--) {
                double a = p[low];
                double b = p[high];
                p[low] = a - ratio * b;
                p[high] = b - ratio * a;
            }
        }
        return true;
    }
}
