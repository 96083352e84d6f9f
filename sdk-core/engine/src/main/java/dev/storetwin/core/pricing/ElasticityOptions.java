package dev.storetwin.core.pricing;

/**
 * How elasticities are estimated.
 *
 * @param usual       elasticity where the shop's history says nothing
 * @param usualSpread standard deviation of shops around that
 * @param fewestWeeks of history that an estimate needs
 * @param historyDays how far back sales and prices are read, at most
 */
public record ElasticityOptions(double usual, double usualSpread, int fewestWeeks, int historyDays) {

    public static final ElasticityOptions DEFAULT = new ElasticityOptions(-1.7, .5, 8, 730);

    private static final int LONGEST_HISTORY_DAYS = 36_525;

    public ElasticityOptions {
        if (!(usual < 0 && usual > -20 && usualSpread > 0 && usualSpread < 20)) {
            throw new IllegalArgumentException("""
                    usual (%s) must be below zero, usualSpread (%s) above.
                    Maybe the sign of the elasticity was left out.""".formatted(usual, usualSpread));
        }
        if (fewestWeeks < 4 || historyDays < 28) {
            throw new IllegalArgumentException("fewestWeeks (%d) must be at least 4, historyDays (%d) at least 28."
                    .formatted(fewestWeeks, historyDays));
        }
        if (historyDays > LONGEST_HISTORY_DAYS || fewestWeeks > historyDays / 7) {
            throw new IllegalArgumentException("""
                    historyDays (%d) must not be above %d, a century, and fewestWeeks (%d) not longer than that history.
                    Maybe days were given as weeks.""".formatted(historyDays, LONGEST_HISTORY_DAYS, fewestWeeks));
        }
    }

    public ElasticityOptions withUsual(double elasticity, double spread) {
        return new ElasticityOptions(elasticity, spread, fewestWeeks, historyDays);
    }

    public ElasticityOptions withFewestWeeks(int weeks) {
        return new ElasticityOptions(usual, usualSpread, weeks, historyDays);
    }

    public ElasticityOptions withHistoryDays(int days) {
        return new ElasticityOptions(usual, usualSpread, fewestWeeks, days);
    }
}
