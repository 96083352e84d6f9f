package dev.storetwin.core.forecast.censored;

import java.util.List;

/**
 * How common each cause of stock-outs is among the series of a shop.
 *
 * @param supply gaps in the supply, whatever demand was
 * @param demand more demand than stock
 * @param either both in one series
 */
public record StockOutCauses(double supply, double demand, double either) {

    /** Before anything is known of the shop. */
    public static final StockOutCauses USUAL = new StockOutCauses(.6, .3, .1);

    private static final double WEIGHT_OF_USUAL = 10;
    private static final int ROUNDS = 50;

    public StockOutCauses {
        if (!(supply > 0 && demand > 0 && either > 0) || Math.abs(supply + demand + either - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "Shares of causes (%s, %s, %s) must be above 0 and add up to 1.".formatted(supply, demand, either));
        }
    }

    /** What many series say together and none of them clearly enough alone (empirical Bayes). The order does not matter much. */
    public static StockOutCauses learnedFrom(List<Uncensored> batch) {
        var causes = USUAL;
        for (int round = 0; round < ROUNDS; round++) {
            causes = causes.relearned(batch);
        }
        return causes;
    }

    private StockOutCauses relearned(List<Uncensored> batch) {
        double[] counts = {
            WEIGHT_OF_USUAL * USUAL.supply, WEIGHT_OF_USUAL * USUAL.demand, WEIGHT_OF_USUAL * USUAL.either
        };
        for (var series : batch) {
            if (series.tellsCauses()) {
                var chances = series.chances(this);
                for (int i = 0; i < counts.length; i++) {
                    counts[i] += chances[i];
                }
            }
        }
        double all = counts[0] + counts[1] + counts[2];
        return new StockOutCauses(counts[0] / all, counts[1] / all, counts[2] / all);
    }

    /** In the order of {@link Cause}. */
    double[] shares() {
        return new double[] {supply, demand, either};
    }
}
