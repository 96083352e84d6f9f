package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/**
 * The coefficients of a seasonal ARMA process: y(t) = sum ar(i) y(t-i) + e(t) + sum ma(i) e(t-i), times the same over seasons.
 *
 * @param ar         of the periods before
 * @param ma         of the shocks before
 * @param seasonalAr of the seasons before
 * @param seasonalMa of the shocks of the seasons before
 */
record Coefficients(double[] ar, double[] ma, double[] seasonalAr, double[] seasonalMa) {

    /**
     * Reads free numbers, whatever they are, as a stationary process: the autoregressions by their partial autocorrelations.
     *
     * @param free for ar, ma and their seasonal parts, in this order
     */
    static Coefficients of(ArimaOrder order, double[] free) {
        int afterAr = order.ar();
        int afterMa = afterAr + order.ma();
        int afterSeasonalAr = afterMa + order.seasonalAr();
        return new Coefficients(
                stationary(Arrays.copyOf(free, afterAr)),
                Arrays.copyOfRange(free, afterAr, afterMa),
                stationary(Arrays.copyOfRange(free, afterMa, afterSeasonalAr)),
                Arrays.copyOfRange(free, afterSeasonalAr, order.coefficients()));
    }

    private static double[] stationary(double[] free) {
        for (int i = 0; i < free.length; i++) {
            free[i] = Partials.squash(free[i]);
        }
        Partials.toCoefficients(free);
        return free;
    }

    /** Whether no root of the process, taken over all seasons, is closer to the unit circle than a distance. */
    boolean keepsAway(double distance, int period) {
        return Partials.rootsBeyond(ar, -1, distance)
                && Partials.rootsBeyond(ma, 1, distance)
                && Partials.rootsBeyond(seasonalAr, -1, StrictMath.pow(distance, period))
                && Partials.rootsBeyond(seasonalMa, 1, StrictMath.pow(distance, period));
    }

    /** The same process with moving averages that can be inverted. */
    Coefficients invertible() {
        return new Coefficients(ar, Partials.inverted(ma), seasonalAr, Partials.inverted(seasonalMa));
    }

    /** The autoregressions multiplied out. */
    Lags arLags(ArimaOrder order) {
        var lags = new Lags(order.arLags());
        lags.multiply(ar, seasonalAr, order.period(), -1);
        return lags;
    }

    /** The moving averages multiplied out. */
    Lags maLags(ArimaOrder order) {
        var lags = new Lags(order.maLags());
        lags.multiply(ma, seasonalMa, order.period(), 1);
        return lags;
    }
}
