package dev.storetwin.core.forecast.arima;

/**
 * The coefficients of a seasonal ARMA process: y(t) = sum ar(i) y(t-i) + e(t) + sum ma(i) e(t-i), times the same over seasons.
 *
 * @param ar         of the periods before
 * @param ma         of the shocks before
 * @param seasonalAr of the seasons before
 * @param seasonalMa of the shocks of the seasons before
 */
record Coefficients(double[] ar, double[] ma, double[] seasonalAr, double[] seasonalMa) {

    static Coefficients none(ArimaOrder order) {
        return new Coefficients(
                new double[order.ar()],
                new double[order.ma()],
                new double[order.seasonalAr()],
                new double[order.seasonalMa()]);
    }

    /** Reads free numbers, whatever they are, as a stationary process: the autoregressions by their partial autocorrelations. */
    void read(double[] free) {
        int at = stationary(free, 0, ar);
        System.arraycopy(free, at, ma, 0, ma.length);
        at = stationary(free, at + ma.length, seasonalAr);
        System.arraycopy(free, at, seasonalMa, 0, seasonalMa.length);
    }

    private static int stationary(double[] free, int from, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Partials.squash(free[from + i]);
        }
        Partials.toCoefficients(into);
        return from + into.length;
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

    Coefficients copy() {
        return new Coefficients(ar.clone(), ma.clone(), seasonalAr.clone(), seasonalMa.clone());
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
