package dev.storetwin.core.forecast.arima;

import dev.storetwin.core.numeric.VariableMetric;
import java.util.HashSet;
import java.util.Set;

/**
 * The stepwise search of Hyndman and Khandakar (2008): from four start models to neighbours that differ by one in the seasonal or the
 * plain orders, as long as one has a smaller AICc. Models with a root near the unit circle do not count.
 *
 * <p>Each model starts from nothing. Starting a neighbour from the coefficients of the best one is quicker, but it stays in that one's
 * valley where the likelihood has several.
 */
final class Search {

    private static final VariableMetric STEPS = new VariableMetric(1e-7, 1e-5, false, 100);
    private static final double ROOTS_BEYOND = 1.01;
    private static final int MOST_MODELS = 94;
    private static final int MOST_PLAIN = 5;
    private static final int MOST_SEASONAL = 2;

    /** In this order, the first that is better is taken: changes of P and Q, then of p and q. */
    private static final int[][] NEIGHBOURS = {
        {-1, 0}, {0, -1}, {1, 0}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1},
    };

    private final Sample sample;
    private final ArimaOrder shape;
    private final double[][] without;
    private final double[][] with;
    private final boolean mayHaveConstant;
    private final int mostPlain;
    private final int mostSeasonal;
    private final Set<String> seen = new HashSet<>();
    private Candidate best;

    /** A model that was tried, with the place where its search ended. */
    record Candidate(ArimaOrder order, boolean constant, double[] place, double aicc) {}

    private Search(Sample sample, int period, int d, boolean seasonalDifference) {
        this.sample = sample;
        shape = new ArimaOrder(0, d, 0, 0, seasonalDifference ? 1 : 0, 0, period);
        mayHaveConstant = d + shape.seasonalDifference() <= 1;
        without = sample.differenced(shape, false, false);
        with = mayHaveConstant ? sample.differenced(shape, true, false) : without;
        int known = sample.size() - sample.gaps().length;
        mostPlain = Math.min(MOST_PLAIN, known / 3);
        mostSeasonal = period == 1 ? 0 : Math.min(MOST_SEASONAL, known / 3 / period);
        best = new Candidate(shape, mayHaveConstant, new double[0], Double.POSITIVE_INFINITY);
    }

    static Candidate best(Sample sample, int period) {
        var level = sample.withoutColumns();
        boolean seasonal = level.length > 0 && UnitRoots.seasonal(level, period);
        var left = seasonal ? Differences.lagged(level, period) : level;
        var search = new Search(sample, period, left.length == 0 ? 0 : UnitRoots.plain(left), seasonal);
        if (search.hasChance()) {
            search.start();
            search.walk();
        }
        return search.best;
    }

    /** Whether anything is left to model once the values are differenced. */
    private boolean hasChance() {
        return sample.size() > 0 && without[0].length > 0 && !UnitRoots.constant(without[0]);
    }

    private void start() {
        attempt(2, 2, 1, 1, mayHaveConstant);
        attempt(0, 0, 0, 0, mayHaveConstant);
        attempt(1, 0, 1, 0, mayHaveConstant);
        attempt(0, 1, 0, 1, mayHaveConstant);
        if (mayHaveConstant) {
            attempt(0, 0, 0, 0, false);
        }
    }

    private void walk() {
        boolean better = true;
        while (better) {
            better = seasonalNeighbour() || plainNeighbour() || otherConstant();
        }
    }

    private boolean seasonalNeighbour() {
        var from = best.order();
        for (var step : NEIGHBOURS) {
            int ar = from.seasonalAr() + step[0];
            int ma = from.seasonalMa() + step[1];
            if (inside(ar, ma, mostSeasonal) && attempt(from.ar(), from.ma(), ar, ma, best.constant())) {
                return true;
            }
        }
        return false;
    }

    private boolean plainNeighbour() {
        var from = best.order();
        for (var step : NEIGHBOURS) {
            int ar = from.ar() + step[0];
            int ma = from.ma() + step[1];
            if (inside(ar, ma, mostPlain) && attempt(ar, ma, from.seasonalAr(), from.seasonalMa(), best.constant())) {
                return true;
            }
        }
        return false;
    }

    private boolean otherConstant() {
        var from = best.order();
        return mayHaveConstant && attempt(from.ar(), from.ma(), from.seasonalAr(), from.seasonalMa(), !best.constant());
    }

    private static boolean inside(int ar, int ma, int most) {
        return ar >= 0 && ma >= 0 && ar <= most && ma <= most;
    }

    /** Fits a model unless it was tried before; whether it is the best so far. */
    private boolean attempt(int ar, int ma, int seasonalAr, int seasonalMa, boolean constant) {
        var order = new ArimaOrder(
                Math.min(ar, mostPlain),
                shape.difference(),
                Math.min(ma, mostPlain),
                Math.min(seasonalAr, mostSeasonal),
                shape.seasonalDifference(),
                Math.min(seasonalMa, mostSeasonal),
                shape.period());
        if (seen.size() >= MOST_MODELS || !seen.add(order + (constant ? "c" : ""))) {
            return false;
        }
        var tried = fit(order, constant);
        if (tried.aicc() < best.aicc()) {
            best = tried;
            return true;
        }
        return false;
    }

    private Candidate fit(ArimaOrder order, boolean constant) {
        var likelihood = new Likelihood(order, constant ? with : without, 0);
        var place = new double[order.coefficients()];
        if (likelihood.known() <= order.coefficients() + with.length + 1) {
            return new Candidate(order, constant, place, Double.POSITIVE_INFINITY);
        }
        STEPS.minimise(likelihood::lack, place);
        var estimate = likelihood.estimate(place, constant);
        boolean stable = estimate.coefficients().keepsAway(ROOTS_BEYOND, order.period());
        return new Candidate(order, constant, place, stable ? estimate.aicc() : Double.POSITIVE_INFINITY);
    }
}
