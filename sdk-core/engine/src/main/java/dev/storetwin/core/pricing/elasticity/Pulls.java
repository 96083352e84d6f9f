package dev.storetwin.core.pricing.elasticity;

import java.util.List;

/**
 * By how much prices follow costs in the series of a group: the mean, and how far series truly differ (DerSimonian and Laird 1986).
 *
 * @param mean   over series with an instrument
 * @param spread variance of true pulls
 */
record Pulls(double mean, double spread) {

    private static final int FEWEST = 10;

    private static final Pulls UNKNOWN = new Pulls(0, 0);

    static Pulls of(List<Slope> slopes) {
        var pulled = slopes.stream().filter(it -> it.pullError() > 0).toList();
        if (pulled.size() < FEWEST) {
            return UNKNOWN;
        }
        double mean = pulled.stream().mapToDouble(Slope::pull).average().orElse(0);
        double excess = pulled.stream()
                .mapToDouble(it -> (it.pull() - mean) * (it.pull() - mean) - it.pullError() * it.pullError())
                .average()
                .orElse(0);
        return new Pulls(mean, Math.max(0, excess));
    }

    /** With a variance by a pull that is drawn to the mean. */
    Slope steadied(Slope slope) {
        if (mean == 0 || !(slope.pullError() > 0)) {
            return slope;
        }
        double own = spread / (spread + slope.pullError() * slope.pullError());
        double drawn = own * slope.pull() + (1 - own) * mean;
        return drawn * slope.pull() > 0 ? slope.withPull(drawn) : slope;
    }
}
