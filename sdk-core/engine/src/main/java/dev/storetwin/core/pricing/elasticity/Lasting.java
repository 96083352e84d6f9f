package dev.storetwin.core.pricing.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long what is left of demand lasts: a part of it wanders, each step keeping so much of the step before, and the rest is new each time.
 *
 * <p>How it works: sums over a window of lags, which need no model, miss what lasts longer than the window and what the estimate itself takes
 * off the residuals, so that intervals are too narrow where price and shocks both wander. With a model of two numbers the variance of any
 * weighted sum is exact, and so are the degrees of freedom that are left. A grid of both numbers is weighed by the restricted likelihood of all
 * series of the group (Patterson and Thompson 1971), which does not forget that regressors and levels were taken off; every variance is the
 * mean over it, so that what is not known of the two numbers is in it.
 */
final class Lasting {

    static final Lasting NOTHING = new Lasting(List.of(new Cell(0, 0, 1)));

    private static final double[] SHARES = {.15, .3, .5, .75, 1};
    private static final double[] KEPT = {.2, .4, .55, .7, .8, .88, .94, .98};
    private static final double LEAST_WEIGHT = 1e-3;
    private static final int MOST_ROWS = 10_000;

    private final List<Cell> cells;

    private Lasting(List<Cell> cells) {
        this.cells = cells;
    }

    /**
     * One guess.
     *
     * @param share  of the variance that wanders
     * @param kept   from one step to the next
     * @param weight how likely it is
     */
    private record Cell(double share, double kept, double weight) {}

    /**
     * What is left of one series.
     *
     * @param errors by row
     * @param level  what a level of a store is worth in each row
     * @param taken  the columns that were taken off beside it
     */
    record Residuals(PricedSeries series, double[] errors, double[] level, List<double[]> taken) {}

    static Lasting of(List<Residuals> all) {
        var some = some(all);
        if (some.isEmpty()) {
            return NOTHING;
        }
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(0, 0, .5));
        for (double share : SHARES) {
            for (double kept : KEPT) {
                cells.add(new Cell(share, kept, .5 / (SHARES.length * KEPT.length)));
            }
        }
        var likelihoods = cells.stream()
                .mapToDouble(cell -> StrictMath.log(cell.weight())
                        + some.stream()
                                .mapToDouble(it -> new Whitening(it, cell).likelihood())
                                .sum())
                .toArray();
        double best = Arrays.stream(likelihoods).max().orElse(0);
        double sum = Arrays.stream(likelihoods)
                .map(it -> StrictMath.exp(it - best))
                .filter(it -> it > LEAST_WEIGHT)
                .sum();
        var kept = new ArrayList<Cell>();
        for (int i = 0; i < likelihoods.length; i++) {
            double weight = StrictMath.exp(likelihoods[i] - best);
            if (weight > LEAST_WEIGHT) {
                kept.add(new Cell(cells.get(i).share(), cells.get(i).kept(), weight / sum));
            }
        }
        return new Lasting(kept);
    }

    /** As many, evenly taken, as tell enough. */
    private static List<Residuals> some(List<Residuals> all) {
        long rows = all.stream().mapToLong(it -> it.errors().length).sum();
        int every = (int) Math.max(1, rows / MOST_ROWS);
        var some = new ArrayList<Residuals>();
        for (int i = 0; i < all.size(); i += every) {
            if (Basis.dot(all.get(i).errors(), all.get(i).errors()) > 1e-18) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    /** Variance of the sum of errors of variance one, each times a number; stores by themselves. */
    double variance(PricedSeries series, double[] by) {
        double variance = 0;
        for (var cell : cells) {
            variance += cell.weight() * variance(cell, series, by);
        }
        return variance;
    }

    private static double variance(Cell cell, PricedSeries series, double[] by) {
        if (cell.share() == 0) {
            return Basis.dot(by, by);
        }
        double variance = 0;
        double carried = 0;
        long step = series.step();
        for (int row = 0; row < by.length; row++) {
            carried = goesOn(series, row) ? (carried + by[row - 1]) * kept(cell, series, row, step) : 0;
            variance += by[row] * by[row] + 2 * cell.share() * by[row] * carried;
        }
        return Math.max(0, variance);
    }

    private static boolean goesOn(PricedSeries series, int row) {
        return row > 0 && series.items()[row] == series.items()[row - 1];
    }

    private static double kept(Cell cell, PricedSeries series, int row, long step) {
        long periods = series.periods()[row] - series.periods()[row - 1];
        return periods == step ? cell.kept() : StrictMath.pow(cell.kept(), Math.max(1, (double) periods / step));
    }

    /**
     * How many independent errors the residuals are worth: their variance over that of an error.
     *
     * @param regressors that were taken off, beside a level per store
     * @param ofSlope    what the slope takes
     */
    double freedom(PricedSeries series, Basis regressors, double ofSlope) {
        double taken = levels(series) + ofSlope;
        for (var direction : regressors.directions()) {
            taken += variance(series, direction);
        }
        return Math.max(1, series.size() - taken);
    }

    private double levels(PricedSeries series) {
        var counts = new int[Math.max(1, series.stores())];
        Arrays.stream(series.items()).forEach(it -> counts[it]++);
        return variance(
                series,
                Arrays.stream(series.items())
                        .mapToDouble(it -> 1 / Math.sqrt(counts[it]))
                        .toArray());
    }

    /** Columns of one series freed of what a cell says of their errors (Kalman 1960): what is left is as if errors were independent. */
    private static final class Whitening {

        private final Residuals of;
        private final double[] gains;
        private final double[] scales;
        private final double[] steps;
        private double logs;

        Whitening(Residuals of, Cell cell) {
            this.of = of;
            int rows = of.errors().length;
            this.gains = new double[rows];
            this.scales = new double[rows];
            this.steps = new double[rows];
            double spread = cell.share();
            long step = of.series().step();
            for (int row = 0; row < rows; row++) {
                if (goesOn(of.series(), row)) {
                    steps[row] = cell.share() == 0 ? 0 : kept(cell, of.series(), row, step);
                    double before = spread * (1 - gains[row - 1]);
                    spread = steps[row] * steps[row] * before + cell.share() * (1 - steps[row] * steps[row]);
                } else {
                    spread = cell.share();
                }
                double whole = spread + 1 - cell.share();
                gains[row] = spread / whole;
                scales[row] = 1 / Math.sqrt(whole);
                logs += StrictMath.log(whole);
            }
        }

        private double[] white(double[] column) {
            var white = new double[column.length];
            double expected = 0;
            for (int row = 0; row < white.length; row++) {
                expected = goesOn(of.series(), row) ? steps[row] * expected : 0;
                double surprise = column[row] - expected;
                expected += gains[row] * surprise;
                white[row] = scales[row] * surprise;
            }
            return white;
        }

        /** Restricted, in logarithms, for the likeliest scale. */
        double likelihood() {
            var level = white(of.level());
            double lost = levels(level, level.clone());
            var basis = new ArrayList<double[]>();
            for (var column : of.taken()) {
                var rest = white(column);
                double before = Basis.dot(rest, rest);
                levels(level, rest);
                basis.forEach(it -> Basis.remove(it, rest));
                double left = Basis.dot(rest, rest);
                if (left > 1e-9 * before) {
                    lost += StrictMath.log(left);
                    double norm = Math.sqrt(left);
                    for (int row = 0; row < rest.length; row++) {
                        rest[row] /= norm;
                    }
                    basis.add(rest);
                }
            }
            var errors = white(of.errors());
            levels(level, errors);
            basis.forEach(it -> Basis.remove(it, errors));
            int freedom = errors.length - of.series().stores() - basis.size();
            return freedom < 2
                    ? 0
                    : -(logs + lost + freedom * StrictMath.log(Math.max(1e-300, Basis.dot(errors, errors)))) / 2;
        }

        /** Takes the level of each store off a column; the logarithm of what the levels lose. */
        private double levels(double[] level, double[] from) {
            double lost = 0;
            var items = of.series().items();
            for (int first = 0; first < from.length; ) {
                double squares = 0;
                double across = 0;
                int end = first;
                for (; end < from.length && items[end] == items[first]; end++) {
                    squares += level[end] * level[end];
                    across += level[end] * from[end];
                }
                for (int row = first; row < end; row++) {
                    from[row] -= squares > 0 ? across / squares * level[row] : 0;
                }
                lost += squares > 0 ? StrictMath.log(squares) : 0;
                first = end;
            }
            return lost;
        }
    }
}
