package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.numeric.LogLinearCounts;
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

    Optional<Estimate> plain(int freedom) {
        return fit(Optional.empty())
                .map(it -> new Counted(
                        it, price, it.standardErrors()[1], new double[one.size()], freedom, FirstStage.NONE));
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
            var hidden = Arrays.stream(rest).map(part -> loading * part).toArray();
            return new Counted(it, cost, error, hidden, freedom, stage);
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

    /** The count model as a regression of its last step: of weighed residuals on the weighed price or instrument. */
    private final class Counted implements Estimate {

        private final LogLinearCounts.Fit fit;
        private final double[] by;
        private final double error;
        private final int freedom;
        private final FirstStage stage;
        private final double[] weights;
        private final double[] moved;
        private final double[] residuals;

        /** @param hidden the part of demand that goes with what the instrument does not explain of the price */
        Counted(LogLinearCounts.Fit fit, double[] by, double error, double[] hidden, int freedom, FirstStage stage) {
            this.fit = fit;
            this.by = by;
            this.error = error;
            this.freedom = freedom;
            this.stage = stage;
            var units = one.series().units();
            var means = fit.means();
            this.weights = Arrays.stream(means)
                    .map(it -> Math.sqrt(it / (1 + fit.scatter() * it)))
                    .toArray();
            this.moved = new double[units.length];
            this.residuals = new double[units.length];
            for (int row = 0; row < units.length; row++) {
                moved[row] = weights[row] * by[row];
                residuals[row] = weights[row] * ((units[row] - means[row]) / means[row] + hidden[row]);
            }
        }

        @Override
        public Lasting.Residuals residuals() {
            var taken = new ArrayList<double[]>();
            for (var direction : basis.directions()) {
                var column = direction.clone();
                for (int row = 0; row < column.length; row++) {
                    column[row] *= weights[row];
                }
                taken.add(column);
            }
            taken.add(moved);
            return new Lasting.Residuals(one.series(), residuals, weights, taken);
        }

        @Override
        public Optional<Lasting.Residuals> leftOfPrice() {
            return stage.left();
        }

        @Override
        public Slope slope(Lasting lasting, Lasting ofPrice) {
            var series = one.series();
            var scores = new double[moved.length];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = moved[row] * residuals[row];
            }
            double squares = Basis.dot(scores, scores);
            double wider = lasting.variance(series, moved) / Basis.dot(moved, moved);
            double hidden = Double.isInfinite(stage.strength()) ? 0 : fit.coefficients()[2];
            double alone = fit.standardErrors()[1];
            double share = Math.max(0, 1 - alone * alone / (error * error));
            double kept = Math.min(1, lasting.freedom(series, basis, wider) / Math.max(1, freedom));
            return new Slope(
                    fit.coefficients()[1],
                    error * error / kept,
                    1,
                    Math.max(1, moved.length - fit.coefficients().length),
                    squares > 0 ? Dependence.ratio(series, scores, squares) * kept : 1,
                    squares > 0 ? Dependence.withinPeriods(series, scores, squares) : 1,
                    wider,
                    series.distinctPeriods(),
                    stage.given(ofPrice.variance(series, by) / Basis.dot(by, by), hidden, share),
                    "");
        }
    }
}
