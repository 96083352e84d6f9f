package dev.storetwin.core.forecast.arima;

/**
 * The shape of a seasonal ARIMA model, ARIMA(p,d,q)(P,D,Q)[m].
 *
 * @param ar           order of the autoregression, p
 * @param difference   how often neighbours are subtracted, d
 * @param ma           order of the moving average, q
 * @param seasonalAr   seasons that the autoregression looks back, P
 * @param seasonalDifference how often the season before is subtracted, D
 * @param seasonalMa   seasons that the moving average looks back, Q
 * @param period       length of the season, m; 1 when there is none
 */
public record ArimaOrder(
        int ar, int difference, int ma, int seasonalAr, int seasonalDifference, int seasonalMa, int period) {

    public ArimaOrder {
        if (Math.min(Math.min(ar, difference), ma) < 0
                || Math.min(Math.min(seasonalAr, seasonalDifference), seasonalMa) < 0
                || period < 1) {
            throw new IllegalArgumentException(
                    "Orders must not be negative and the period (%d) must be at least 1.".formatted(period));
        }
        if (period == 1 && seasonalAr + seasonalDifference + seasonalMa > 0) {
            throw new IllegalArgumentException("""
                    A seasonal part needs a period of at least 2.
                    Maybe the order was meant for another season.""");
        }
    }

    /** Without a season. */
    public static ArimaOrder of(int ar, int difference, int ma) {
        return new ArimaOrder(ar, difference, ma, 0, 0, 0, 1);
    }

    /** The same with a seasonal part. */
    public ArimaOrder seasonal(int seasonalAr, int seasonalDifference, int seasonalMa, int period) {
        return new ArimaOrder(ar, difference, ma, seasonalAr, seasonalDifference, seasonalMa, period);
    }

    /** Values that differencing uses up. */
    int lost() {
        return difference + seasonalDifference * period;
    }

    /** Number of coefficients of the autoregressions and moving averages. */
    int coefficients() {
        return ar + ma + seasonalAr + seasonalMa;
    }

    /** Furthest lag of the autoregression. */
    int arLags() {
        return ar + seasonalAr * period;
    }

    /** Furthest lag of the moving average. */
    int maLags() {
        return ma + seasonalMa * period;
    }

    /** As the books write it, such as {@code ARIMA(0,1,1)(0,1,1)[12]}. */
    @Override
    public String toString() {
        var plain = "ARIMA(%d,%d,%d)".formatted(ar, difference, ma);
        boolean seasonal = seasonalAr + seasonalDifference + seasonalMa > 0;
        return seasonal
                ? plain + "(%d,%d,%d)[%d]".formatted(seasonalAr, seasonalDifference, seasonalMa, period)
                : plain;
    }
}
