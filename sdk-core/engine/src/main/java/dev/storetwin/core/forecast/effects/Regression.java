package dev.storetwin.core.forecast.effects;

import dev.storetwin.core.forecast.baseline.OrdinaryLevel;
import dev.storetwin.core.numeric.Cholesky;
import dev.storetwin.core.numeric.LogLinearCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Columns on top of level, trend and season: these are found from sales without the effects, and the effects from sales relative to
 * these, in turn until both stand still (backfitting).
 *
 * <p>Sales that are never negative have multiplied effects (quasi-likelihood, so zeros and counts need no care), others added ones.
 */
final class Regression {

    private static final int ROUNDS = 4;
    private static final double WIDEST_BELIEF = 1.5;
    private static final double WORKING_MEAN = 100;
    private static final int FEWEST_FOR_EACH = 3;

    private final double[] values;
    private final int period;
    private final List<Column> columns;
    private final List<Prior> priors;
    private final boolean multiplied;
    private final double unit;
    private double[] coefficients;
    private double[] errors;

    private Regression(double[] values, int period, List<Column> columns, List<Prior> priors) {
        this.values = values;
        this.period = period;
        this.columns = columns;
        this.priors = priors;
        var known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        this.multiplied = Arrays.stream(known).allMatch(value -> value >= 0);
        boolean whole = Arrays.stream(known).allMatch(value -> value == Math.rint(value));
        double mean = Arrays.stream(known).map(Math::abs).average().orElse(0);
        this.unit = (whole && multiplied) || mean == 0 ? 1 : mean / WORKING_MEAN;
        this.coefficients = new double[columns.size()];
        this.errors = new double[columns.size()];
    }

    /** Where a coefficient is believed to be, and how widely around it. */
    record Prior(double mean, double deviation) {

        /** Of a column of this size: anything up to several times as much or as little. */
        static Prior wide(Column column) {
            return new Prior(0, WIDEST_BELIEF / column.largest());
        }
    }

    /**
     * Fits coefficients; empty when there is too little to tell them.
     *
     * @param values {@code NaN} for unknown
     */
    static Optional<Regression> fit(double[] values, int period, List<Column> columns, List<Prior> priors) {
        var regression = new Regression(values, period, columns, priors);
        return regression.settle() ? Optional.of(regression) : Optional.empty();
    }

    boolean isMultiplied() {
        return multiplied;
    }

    List<Effect> effects() {
        var effects = new ArrayList<Effect>();
        for (int i = 0; i < columns.size(); i++) {
            double unitOf = multiplied ? 1 : unit;
            effects.add(new Effect(columns.get(i).name(), coefficients[i] * unitOf, errors[i] * unitOf));
        }
        return effects;
    }

    private boolean settle() {
        int[] rows = knownRows();
        if (rows.length < FEWEST_FOR_EACH * (columns.size() + 1)) {
            return false;
        }
        for (int round = 0; round < ROUNDS; round++) {
            var baseline = baseline();
            if (!(multiplied ? fitMultiplied(rows, baseline) : fitAdded(rows, baseline))) {
                return false;
            }
        }
        return true;
    }

    private int[] knownRows() {
        var rows = new int[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                rows[count++] = i;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** Level and season of sales without the effects found so far. */
    private double[] baseline() {
        var plain = new double[values.length];
        double least = 0;
        for (int i = 0; i < plain.length; i++) {
            double value = values[i] / unit;
            plain[i] = multiplied ? value / StrictMath.exp(effect(i)) : value - effect(i);
            least = Double.isNaN(plain[i]) ? least : Math.min(least, plain[i]);
        }
        double lift = multiplied ? 0 : WORKING_MEAN - least;
        for (int i = 0; i < plain.length; i++) {
            plain[i] += lift;
        }
        var baseline = OrdinaryLevel.of(plain, period);
        for (int i = 0; i < plain.length; i++) {
            baseline[i] -= lift;
        }
        return baseline;
    }

    private double effect(int row) {
        double effect = 0;
        for (int i = 0; i < columns.size(); i++) {
            effect += coefficients[i] * columns.get(i).departures()[row];
        }
        return effect;
    }

    private boolean fitMultiplied(int[] rows, double[] baseline) {
        int width = columns.size() + 1;
        var counts = new double[rows.length];
        var exposures = new double[rows.length];
        var x = new double[width][rows.length];
        var means = new double[width];
        var precisions = new double[width];
        for (int row = 0; row < rows.length; row++) {
            counts[row] = values[rows[row]] / unit;
            exposures[row] = baseline[rows[row]];
            x[0][row] = 1;
            for (int i = 1; i < width; i++) {
                x[i][row] = scaled(i - 1, rows[row]);
            }
        }
        for (int i = 1; i < width; i++) {
            double largest = columns.get(i - 1).largest();
            means[i] = priors.get(i - 1).mean() * largest;
            precisions[i] = 1 / square(priors.get(i - 1).deviation() * largest);
        }
        var fit = LogLinearCounts.fit(counts, exposures, x, means, precisions);
        if (fit.isEmpty()) {
            return false;
        }
        var found = fit.get().coefficients();
        var uncertain = fit.get().standardErrors();
        for (int i = 1; i < width; i++) {
            coefficients[i - 1] = found[i] / columns.get(i - 1).largest();
            errors[i - 1] = uncertain[i] / columns.get(i - 1).largest();
        }
        return true;
    }

    private double scaled(int column, int row) {
        return columns.get(column).departures()[row] / columns.get(column).largest();
    }

    /** Ridge regression of what is above the baseline, with a constant. */
    private boolean fitAdded(int[] rows, double[] baseline) {
        int width = columns.size() + 1;
        var matrix = new double[width][width];
        var right = new double[width];
        for (int row : rows) {
            double excess = values[row] / unit - baseline[row];
            for (int i = 0; i < width; i++) {
                right[i] += cell(i, row) * excess;
                for (int j = 0; j < width; j++) {
                    matrix[i][j] += cell(i, row) * cell(j, row);
                }
            }
        }
        for (int i = 1; i < width; i++) {
            matrix[i][i] += 1e-3;
        }
        var solution = Cholesky.solve(matrix, right);
        if (solution.isEmpty()) {
            return false;
        }
        double squares = 0;
        for (int row : rows) {
            double rest = values[row] / unit - baseline[row];
            for (int i = 0; i < width; i++) {
                rest -= solution.get()[i] * cell(i, row);
            }
            squares += rest * rest;
        }
        double variance = squares / (rows.length - width);
        for (int i = 1; i < width; i++) {
            var axis = new double[width];
            axis[i] = 1;
            double largest = columns.get(i - 1).largest();
            coefficients[i - 1] = solution.get()[i] / largest;
            double spread = Cholesky.solve(matrix, axis).orElse(axis)[i];
            errors[i - 1] = Math.sqrt(Math.max(0, variance * spread)) / largest;
        }
        return true;
    }

    private double cell(int column, int row) {
        return column == 0 ? 1 : scaled(column - 1, row);
    }

    private static double square(double value) {
        return value * value;
    }
}
