package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.numeric.Beta;
import java.util.List;

/**
 * How another thing moves with the promotions of one thing: the mean over all of them, relative to what the other would have sold.
 *
 * @param mean     share of its ordinary sales; {@code NaN} when there is nothing to tell it from
 * @param error    standard error of the mean
 * @param freedom  placebo windows less one
 * @param expected what it would have sold in the promotion that is asked about
 */
record Movement(double mean, double error, double freedom, double expected) {

    /** Level, tide and season: what the baselines of all promotions have in common errs together. */
    private static final double SHARED = 4;

    static Movement of(EventStudy study, int place, int other, Span asked) {
        double weights = 0;
        double sum = 0;
        double windows = Double.POSITIVE_INFINITY;
        double expected = 0;
        int events = 0;
        for (var promotion : study.panel().member(place).promotions()) {
            var found = study.beside(place, List.of(other), promotion)
                    .finding()
                    .filter(it -> it.expected() > 0 && it.variance() > 0);
            if (found.isPresent()) {
                var finding = found.get();
                double weight = finding.expected() * finding.expected() / finding.variance();
                weights += weight;
                events++;
                sum += weight * finding.units() / finding.expected();
                windows = Math.min(windows, finding.windows());
                expected = promotion.equals(asked) ? finding.expected() : expected;
            }
        }
        double spread = Math.sqrt((1 + SHARED * events / windows) / weights);
        return weights > 0
                ? new Movement(sum / weights, spread, Math.max(3, windows - 1), expected)
                : new Movement(Double.NaN, Double.NaN, 0, 0);
    }

    /** Of a mean at least so far from zero where there is none; {@code NaN} when nothing can be told. */
    double chance() {
        return Double.isNaN(mean) ? Double.NaN : Beta.studentTwoSided(mean / error, freedom);
    }

    /** Drawn to zero by what chance adds to a finding that was picked (James and Stein 1961). */
    Neighbour neighbour(String name) {
        double strength = mean / error;
        double trust = Math.max(0, 1 - 1 / (strength * strength));
        return new Neighbour(name, trust * mean * expected, error * expected);
    }
}
