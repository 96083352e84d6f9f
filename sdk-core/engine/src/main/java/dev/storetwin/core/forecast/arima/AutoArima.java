package dev.storetwin.core.forecast.arima;

/**
 * A seasonal ARIMA model whose order is chosen by the data (Hyndman and Khandakar 2008), as R's {@code auto.arima} does.
 *
 * <p>The season is differenced when it is strong, neighbours are while a test rejects that the level stays, and the other orders are
 * searched step by step for the smallest AICc: up to 5, seasonal ones up to 2. Seasons longer than 24 periods, and those not seen
 * twice, are left alone: such a season belongs to a decomposition before.
 *
 * <p>The search is by the exact likelihood at any length. R takes conditional sums of squares for long series and long seasons, so
 * there the orders may differ. Unknown values are bridged during the search; the chosen model is then fitted to the known ones.
 */
public final class AutoArima {

    private static final int LONGEST_SEASON = 24;
    private static final double[][] NO_COLUMNS = {};

    private AutoArima() {}

    /**
     * Chooses and fits.
     *
     * @param values oldest first, {@code NaN} for unknown
     * @param period length of the season; 1 for none
     */
    public static FittedArima fit(double[] values, int period) {
        return fit(values, period, NO_COLUMNS);
    }

    /**
     * Chooses and fits, with columns.
     *
     * @param columns what explains the values (price, promotion, holidays), each at least as long as they are; further rows are the
     *     future
     */
    public static FittedArima fit(double[] values, int period, double[][] columns) {
        if (period < 1) {
            throw new IllegalArgumentException("period (%d) must be at least 1.".formatted(period));
        }
        Arima.require(values, columns);
        var sample = Sample.of(values, columns, period);
        boolean seasonal = period <= LONGEST_SEASON && sample.size() >= 2 * period;
        var best = Search.best(sample, seasonal ? period : 1);
        return Arima.fit(sample, values, columns, best.order(), best.constant(), best.place());
    }
}
