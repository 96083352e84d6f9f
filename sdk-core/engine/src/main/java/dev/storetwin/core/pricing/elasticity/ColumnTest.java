package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.numeric.Beta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether columns explain demand beyond price, asked of many series at once.
 *
 * <p>How it works: an F test in each series, averaged. Columns and demand that both wander over time look related when they are not, so all
 * is first freed of the serial correlation that the residuals show (Cochrane and Orcutt 1949); and series that share their shocks count
 * as so many fewer as their residuals are correlated.
 *
 * @param probability of so much being explained by columns that mean nothing
 * @param share       of demand's variance beside the price that they explain, less what as many meaningless ones would
 */
record ColumnTest(double probability, double share) {

    static final ColumnTest NOTHING = new ColumnTest(1, 0);

    private static final int FEWEST_FREE = 4;
    private static final double LEAST_SERIAL = .05;
    private static final double SURELY = 3;
    private static final double MOST_SERIAL = .95;

    static ColumnTest of(List<SeriesCase> cases, List<Term> terms) {
        var residuals = new ArrayList<PeriodSums>();
        var lagged = new double[2];
        double spare = 0;
        int rows = 0;
        for (var one : cases) {
            var fit = Fit.of(one, terms, 0);
            if (fit.isPresent()) {
                var error = fit.get().residual;
                double scale = Basis.dot(error, error);
                residuals.add(PeriodSums.of(one.series(), error));
                lagged[0] += lagged(one.series().items(), error, 1) / scale;
                lagged[1] += lagged(one.series().items(), error, 2) / scale;
                rows += one.size();
                spare += 1.0 / one.series().distinctPeriods();
            }
        }
        if (residuals.isEmpty()) {
            return NOTHING;
        }
        int count = residuals.size();
        return pooled(
                cases,
                terms,
                serial(lagged[0] / count, lagged[1] / count, spare / count, 1 / Math.sqrt(rows)),
                effective(residuals) / count);
    }

    /**
     * How much of a shock lasts to the next period: what the first two correlations say of it when only a part of the noise lasts at all. Short
     * histories hide some of it (Kendall 1954).
     */
    private static double serial(double first, double second, double spare, double error) {
        double once = first + (2 + 4 * Math.max(0, first)) * spare;
        double twice = second + (2 + 4 * Math.max(0, second)) * spare;
        double lasting =
                once > Math.max(LEAST_SERIAL, SURELY * error) && twice > 0 ? Math.max(once, twice / once) : once;
        return lasting < LEAST_SERIAL ? 0 : Math.min(MOST_SERIAL, lasting);
    }

    private static double lagged(int[] items, double[] error, int by) {
        double sum = 0;
        for (int row = by; row < error.length; row++) {
            sum += items[row] == items[row - by] ? error[row] * error[row - by] : 0;
        }
        return sum;
    }

    /** How many series without shared shocks would tell as much. */
    private static double effective(List<PeriodSums> residuals) {
        double shared = 0;
        int count = residuals.size();
        for (int i = 1; i < count; i++) {
            double correlation = residuals.get(i).correlation(residuals.get(i - 1));
            shared += correlation * correlation - 1.0 / residuals.get(i).periods().length;
        }
        double mean = count < 2 ? 0 : Math.max(0, shared / (count - 1));
        return count / (1 + (count - 1) * mean);
    }

    private static ColumnTest pooled(List<SeriesCase> cases, List<Term> terms, double serial, double weight) {
        double gain = 0;
        double added = 0;
        double freedom = 0;
        double without = 0;
        double with = 0;
        double dependence = 0;
        for (var one : cases) {
            var fit = Fit.of(one, terms, serial);
            if (fit.isPresent() && fit.get().added > 0) {
                var it = fit.get();
                gain += (it.before - it.after) / (it.after / it.freedom);
                added += it.added;
                freedom += it.freedom;
                without += it.freedom + it.added;
                with += (it.freedom + it.added) * it.after / it.before;
                dependence += it.dependence;
            }
        }
        if (added == 0) {
            return NOTHING;
        }
        double excess = Math.max(1, dependence / added);
        double ratio = gain / added / excess;
        double probability = Beta.fisherTail(ratio, Math.max(1, weight * added), Math.max(1, weight * freedom));
        return new ColumnTest(probability, 1 - with / without - excess * added / without);
    }

    /** Sums of squares of one series with and without the terms. */
    private static final class Fit {

        private final double before;
        private final double after;
        private final int added;
        private final int freedom;
        private final double[] residual;
        private double dependence;

        private Fit(double before, double after, int added, int freedom, double[] residual) {
            this.before = before;
            this.after = after;
            this.added = added;
            this.freedom = freedom;
            this.residual = residual;
        }

        static Optional<Fit> of(SeriesCase one, List<Term> terms, double serial) {
            var basis = new Basis();
            basis.add(freed(one, one.logPrices(), serial));
            int priced = basis.size();
            var demand = basis.residual(freed(one, one.logUnits(), serial));
            double before = Basis.dot(demand, demand);
            for (var term : terms) {
                if (basis.add(freed(one, term.values(one), serial))) {
                    Basis.remove(basis.last(), demand);
                }
            }
            int rows = one.size() - (serial == 0 ? 0 : one.series().stores());
            int freedom = rows - one.series().stores() - basis.size();
            double after = Basis.dot(demand, demand);
            if (freedom < FEWEST_FREE || !(after > 1e-12 * before)) {
                return Optional.empty();
            }
            var fit = new Fit(before, after, basis.size() - priced, freedom, demand);
            fit.dependence = basis.directions().stream()
                    .skip(priced)
                    .mapToDouble(it -> dependence(one, it, demand, after / rows))
                    .sum();
            return Optional.of(fit);
        }

        /** By how much more than by chance a direction seems to explain, for what serial correlation of one step does not show. */
        private static double dependence(SeriesCase one, double[] direction, double[] demand, double noise) {
            var scores = new double[demand.length];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = direction[row] * demand[row];
            }
            return Dependence.ratio(one.series(), scores, noise);
        }

        /** Each value less so much of the one before it in its store; the first of a store says nothing. */
        private static double[] freed(SeriesCase one, double[] column, double serial) {
            if (serial == 0) {
                return one.series().within(column);
            }
            var items = one.series().items();
            var steps = new double[column.length];
            double sum = 0;
            int from = 0;
            for (int row = 1; row <= column.length; row++) {
                if (row < column.length && items[row] == items[row - 1]) {
                    steps[row] = column[row] - serial * column[row - 1];
                    sum += steps[row];
                } else {
                    for (int inside = from + 1; inside < row; inside++) {
                        steps[inside] -= sum / (row - from - 1);
                    }
                    sum = 0;
                    from = row;
                }
            }
            return steps;
        }
    }
}
