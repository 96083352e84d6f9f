package dev.storetwin.core.forecast.ets;

import dev.storetwin.core.numeric.NelderMead;

/** The search for the parameters and first states of one model, which can pause. */
final class EtsSearch {

    static final int MOST_EVALUATIONS = 2_000;

    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.));

    private final EtsSeries series;
    private final int cycle;
    private final EtsModel model;
    private final EtsObjective objective;
    private final NelderMead simplex;
    private final double[] x;
    private double value = Double.POSITIVE_INFINITY;

    EtsSearch(EtsSeries series, int period, EtsModel model, Criterion criterion) {
        this.series = series;
        this.cycle = model.hasSeason() ? period : 1;
        this.model = model;
        this.objective = new EtsObjective(series.values, cycle, model, criterion);
        this.x = objective.point(Smoothing.initial(model, cycle), StartingValues.of(series.filled, cycle, model));
        this.simplex = new NelderMead(x.length);
        simplex.begin(objective, x, TOLERANCE);
    }

    /** Goes on until so many evaluations have been made for each free parameter, as far as any are left. */
    EtsSearch untilPerParameter(int evaluations) {
        value = simplex.goOn(objective, x, Math.min(MOST_EVALUATIONS, evaluations * x.length));
        return this;
    }

    EtsSearch untilEnd() {
        value = simplex.goOn(objective, x, MOST_EVALUATIONS);
        return this;
    }

    /** Of the best point so far, in the series' own units. Only for a search by likelihood. */
    double aicc() {
        return EtsFit.aicc(value, x.length + 1, series.known);
    }

    /** The fit that was found; the plain one where not even the start is allowed. */
    EtsFit fit() {
        var likelihood = new EtsObjective(series.values, cycle, model, Criterion.LIKELIHOOD);
        double best = likelihood.at(x, Double.POSITIVE_INFINITY);
        if (!Double.isFinite(best)) {
            return EtsFit.plain(series);
        }
        double variance = likelihood.sumOfSquares() / (series.known - x.length);
        var fit = new EtsFit(
                model,
                likelihood.smoothing(x),
                likelihood.start(x),
                -best / 2,
                EtsFit.aicc(best, x.length + 1, series.known),
                variance);
        return fit.inUnits(series);
    }
}
