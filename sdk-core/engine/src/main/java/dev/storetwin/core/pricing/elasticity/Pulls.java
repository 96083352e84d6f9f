package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.pricing.elasticity.Slope.Instrument;
import java.util.List;

/**
 * By how much prices follow costs in the series of a group: the mean, and how far series truly differ (by moments, after DerSimonian and Laird 1986).
 *
 * <p>How it works: a chance agreement of instrument and hidden shock moves the estimate, makes its own pull look strong, and so makes the
 * worse of two estimates seem the better; to take only those whose pull seems strong would choose the worst. So a pull is drawn to
 * the mean, and what it then seems to exceed is that agreement: the part of the noise that goes with the price is taken off by as much. Strength
 * is that of the drawn pull. What is still not known of it widens the error as Anderson and Rubin's interval (1949) does.
 *
 * @param series      with an instrument
 * @param mean        of their pulls
 * @param spread      variance of true pulls
 * @param hiddenShare of the noise that goes with the price, on average
 */
record Pulls(int series, double mean, double spread, double hiddenShare) {

    private static final int FEWEST = 10;
    private static final int ROUNDS = 3;
    private static final double SQUARED_QUANTILE = 3.84;
    private static final double MOST_SHARE_OF_STRENGTH = .9;

    static Pulls of(List<Slope> slopes) {
        var pulled = slopes.stream()
                .map(Slope::instrument)
                .filter(it -> it.pullError() > 0)
                .toList();
        double hidden =
                pulled.stream().mapToDouble(Instrument::hiddenShare).average().orElse(0);
        if (pulled.size() < FEWEST) {
            return new Pulls(pulled.size(), 0, Double.POSITIVE_INFINITY, hidden);
        }
        double mean = 0;
        double spread = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double weights = 0;
            double sum = 0;
            double precisions = 0;
            for (var it : pulled) {
                double weight = 1 / (spread + it.pullError() * it.pullError());
                weights += weight;
                precisions += weight * weight;
                sum += weight * it.pull();
            }
            mean = sum / weights;
            double excess = 0;
            for (var it : pulled) {
                double error = it.pullError() * it.pullError();
                double weight = 1 / (spread + error);
                excess += ((it.pull() - mean) * (it.pull() - mean) - error) * weight * weight;
            }
            spread = Math.max(0, excess / precisions);
        }
        return new Pulls(pulled.size(), mean, spread, hidden);
    }

    /** Where it is, with the error that it would have by a pull that is drawn to the mean. */
    Slope widened(Slope slope) {
        var it = slope.instrument();
        if (!(it.pullError() > 0) || Double.isInfinite(spread)) {
            return slope;
        }
        double own = spread / (spread + it.pullError() * it.pullError());
        double wider = it.pull() / (own * it.pull() + (1 - own) * mean);
        return wider > 0 ? slope.with(slope.value(), slope.unit() * wider * wider, it) : slope;
    }

    /** With a pull that is drawn to the mean. */
    Slope steadied(Slope slope) {
        var it = slope.instrument();
        if (!(it.pullError() > 0)) {
            return slope;
        }
        double error = it.pullError() * it.pullError();
        double own = Double.isInfinite(spread) ? 1 : spread / (spread + error);
        double drawn = own * it.pull() + (1 - own) * mean;
        if (!(drawn * it.pull() > 0)) {
            return slope;
        }
        double seeming = it.pull() / drawn;
        double unknown = own + (1 - own) * (1 - own) / series;
        double strength = it.strength() / (seeming * seeming);
        double share = Math.min(MOST_SHARE_OF_STRENGTH, SQUARED_QUANTILE * unknown / strength);
        double wider = Math.sqrt(1 - share + share * hiddenShare) / (1 - share);
        double variance = seeming * seeming * (1 - hiddenShare * (1 - unknown)) * wider * wider;
        return slope.with(
                slope.value() - it.hidden() * (seeming - 1),
                slope.unit() * variance,
                new Instrument(strength, drawn, it.pullError(), it.hidden(), it.hiddenShare()));
    }
}
