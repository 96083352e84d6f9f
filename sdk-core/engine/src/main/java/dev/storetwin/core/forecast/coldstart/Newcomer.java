package dev.storetwin.core.forecast.coldstart;

import java.util.List;

/**
 * What a new thing is expected to sell, period by period. Counts follow the negative binomial distribution of these means and
 * deviations: it is the mixture of arrivals over all levels that the thing may turn out to have.
 */
final class Newcomer {

    private final double[] means;
    private final double[] deviations;
    private final double ownShare;
    private final List<String> neighbours;

    private Newcomer(double[] means, double[] deviations, double ownShare, List<String> neighbours) {
        this.means = means;
        this.deviations = deviations;
        this.ownShare = ownShare;
        this.neighbours = neighbours;
    }

    /**
     * Of a curve and a factor on it.
     *
     * @param sureness one by the relative variance of the factor
     * @param scatter  variance by mean of single periods
     */
    static Newcomer of(
            double[] curve, double factor, double sureness, double scatter, double ownShare, List<String> neighbours) {
        var means = new double[curve.length];
        var deviations = new double[curve.length];
        for (int step = 0; step < curve.length; step++) {
            means[step] = curve[step] * factor;
            deviations[step] = Math.sqrt(means[step] * scatter + curve[step] * means[step] / sureness);
        }
        return new Newcomer(means, deviations, ownShare, neighbours);
    }

    /** A copy, the next period first. */
    double[] means() {
        return means.clone();
    }

    /** A copy, the next period first: of single periods and of the level that is not known yet together. */
    double[] deviations() {
        return deviations.clone();
    }

    /** From 0 to 1: how much its own sales count against those of the neighbours. */
    double ownShare() {
        return ownShare;
    }

    /** Whose sales were used, the most alike first. */
    List<String> neighbours() {
        return neighbours;
    }

    String reason() {
        return "%d %% from its own sales, the rest from %d things like it, first %s"
                .formatted(Math.round(100 * ownShare), neighbours.size(), neighbours.get(0));
    }
}
