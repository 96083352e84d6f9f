package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.numeric.LogLinearCounts;
import dev.storetwin.core.pricing.elasticity.Slope.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/**
 * The slope of counted units over the log price: a negative binomial model, by quasi-likelihood.
 *
 * <p>How it works: with an instrument the part of the price that it does not explain goes in as one more regressor (the control function of
 * Wooldridge 2015), and the variance takes on what is not known of that part.
 */
final class CountFit {

    private static final int MOST_STORES = 12;
    private static final double TERM_SPREAD = 1;

    private final SeriesCase one;
    private final Basis basis;
    private final double[] price;

    /** @param price the log price freed of the regressors */
    CountFit(SeriesCase one, Basis basis, double[] price) {
        this.one = one;
        this.basis = basis;
        this.price = price;
    }

    Optional<Estimate> plain() {
        return fit(Optional.empty()).map(it -> counted(it, it.standardErrors()[1], Instrument.NONE));
    }

    /** @param cost the log cost freed of the regressors */
    Optional<Estimate> by(double[] cost, FirstStage stage, int freedom) {
        double share = stage.pull();
        var rest = price.clone();
        for (int row = 0; row < rest.length; row++) {
            rest[row] -= share * cost[row];
        }
        double noise = Basis.dot(rest, rest) / freedom;
        return fit(Optional.of(rest)).map(it -> {
            double loading = it.coefficients()[2];
            double more = loading * loading * noise / (share * share * Basis.dot(cost, cost));
            double error = Math.sqrt(it.standardErrors()[1] * it.standardErrors()[1] + more);
            return counted(it, error, stage.given(1, 0, 0));
        });
    }

    private Optional<LogLinearCounts.Fit> fit(Optional<double[]> rest) {
        var columns = new ArrayList<double[]>();
        columns.add(filled(1));
        columns.add(price);
        rest.ifPresent(columns::add);
        int free = columns.size();
        if (one.series().stores() <= MOST_STORES) {
            for (int store = 1; store < one.series().stores(); store++) {
                columns.add(store(store));
            }
        }
        int levels = columns.size();
        for (var direction : basis.directions()) {
            double scale = Math.sqrt(direction.length);
            columns.add(Arrays.stream(direction).map(it -> it * scale).toArray());
        }
        var precisions = new double[columns.size()];
        Arrays.fill(precisions, levels, precisions.length, 1 / (TERM_SPREAD * TERM_SPREAD));
        Arrays.fill(precisions, free, levels, 1e-6);
        return LogLinearCounts.fit(
                one.series().units(),
                exposures(),
                columns.toArray(new double[0][]),
                new double[columns.size()],
                precisions);
    }

    private double[] filled(double value) {
        var column = new double[one.size()];
        Arrays.fill(column, value);
        return column;
    }

    private double[] store(int store) {
        return Arrays.stream(one.series().items())
                .mapToDouble(it -> it == store ? 1 : 0)
                .toArray();
    }

    /** Of many stores, how much each usually sells stands for its level. */
    private double[] exposures() {
        if (one.series().stores() <= MOST_STORES) {
            return filled(1);
        }
        var units = one.series().units();
        var within = one.series().within(units);
        double least = Arrays.stream(units).average().orElse(1) * 1e-3;
        var usual = new double[units.length];
        for (int row = 0; row < usual.length; row++) {
            usual[row] = Math.max(least, units[row] - within[row]);
        }
        return usual;
    }

    /** How long errors last is told by sums over a window alone: few units say too little of a model of it. */
    private Estimate counted(LogLinearCounts.Fit fit, double error, Instrument instrument) {
        var units = one.series().units();
        var means = fit.means();
        var scores = new double[units.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = price[row] * (units[row] - means[row]) / (1 + fit.scatter() * means[row]);
        }
        double squares = Basis.dot(scores, scores);
        double dependence = squares > 0 ? Dependence.ratio(one.series(), scores, squares) : 1;
        int freedom = units.length - fit.coefficients().length;
        return new Counted(new Slope(
                fit.coefficients()[1],
                error * error,
                1,
                freedom,
                dependence,
                1,
                1,
                one.series().distinctPeriods(),
                instrument,
                ""));
    }

    /** A slope whose error is known by itself. */
    private record Counted(Slope slope) implements Estimate {

        @Override
        public Optional<Lasting.Residuals> residuals() {
            return Optional.empty();
        }

        @Override
        public Optional<Lasting.Residuals> leftOfPrice() {
            return Optional.empty();
        }

        @Override
        public Slope slope(Lasting ofDemand, Lasting ofPrice) {
            return slope;
        }
    }
}
