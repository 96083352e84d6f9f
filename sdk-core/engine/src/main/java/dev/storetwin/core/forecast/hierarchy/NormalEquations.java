package dev.storetwin.core.forecast.hierarchy;

import java.util.Arrays;

/**
 * The least squares of reconciliation, min (y - S b)' W^-1 (y - S b), by its normal equations A b = S' W^-1 y with A = S' W^-1 S.
 *
 * <p>With W = D + U U', Woodbury's identity gives A = P - B M^-1 B', where P = S' D^-1 S takes one way up and one down,
 * B = S' D^-1 U has one row per series, and M = I + U' D^-1 U is small.
 *
 * <p>The preconditioner is D's share of the series, plus G H^-1 G' with G = P^-1 B and H = M - B' G: applied with P^-1 in the place
 * of D it would be the inverse of A, and P is never further from D than a series has sums above it and their errors allow.
 */
final class NormalEquations {

    private static final int CHUNK = 32;
    private static final double ROUGH = 1e-5;

    private final Summing summing;
    private final ErrorCovariance covariance;
    private final TallMatrix spread;
    private final DenseFactor core;
    private final TallMatrix shortcut;
    private final DenseFactor shortcutCore;

    private NormalEquations(
            Summing summing,
            ErrorCovariance covariance,
            TallMatrix spread,
            DenseFactor core,
            TallMatrix shortcut,
            DenseFactor shortcutCore) {
        this.summing = summing;
        this.covariance = covariance;
        this.spread = spread;
        this.core = core;
        this.shortcut = shortcut;
        this.shortcutCore = shortcutCore;
    }

    static NormalEquations of(Summing summing, ErrorCovariance covariance) {
        var none = new TallMatrix(new double[0], summing.series(), 0);
        var noCore = DenseFactor.of(new double[0][0]);
        var unrelated = new NormalEquations(
                summing, ErrorCovariance.unrelated(covariance.diagonal()), none, noCore, none, noCore);
        if (covariance.rank() == 0) {
            return unrelated;
        }
        var core = covariance.core();
        var spread = new TallMatrix(spread(summing, covariance), summing.series(), covariance.rank());
        var shortcut = new TallMatrix(unrelated.roughInverseTimes(spread), summing.series(), covariance.rank());
        var shortcutCore = difference(core, spread, shortcut);
        return new NormalEquations(
                summing, covariance, spread, DenseFactor.of(core), shortcut, DenseFactor.of(shortcutCore));
    }

    private static double[] spread(Summing summing, ErrorCovariance covariance) {
        int rank = covariance.rank();
        var nodes = new double[summing.nodes() * rank];
        for (int node = 0; node < summing.nodes(); node++) {
            for (int t = 0; t < rank; t++) {
                nodes[node * rank + t] =
                        covariance.factors()[node][t] / covariance.diagonal()[node];
            }
        }
        summing.down(nodes, rank);
        return Arrays.copyOfRange(nodes, summing.sums() * rank, nodes.length);
    }

    /** A preconditioner need not be exact, so a few digits will do. */
    private double[] roughInverseTimes(TallMatrix spread) {
        int width = spread.width();
        int rows = summing.series();
        var inverse = new double[rows * width];
        for (int first = 0; first < width; first += CHUNK) {
            int columns = Math.min(CHUNK, width - first);
            var right = new double[rows * columns];
            for (int i = 0; i < rows; i++) {
                System.arraycopy(spread.values(), i * width + first, right, i * columns, columns);
            }
            var solution = new double[rows * columns];
            new ConjugateGradients(this, right, solution, columns).solve(solution, everyone(solution.length), ROUGH);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(solution, i * columns, inverse, i * width + first, columns);
            }
        }
        return inverse;
    }

    static boolean[] everyone(int size) {
        var free = new boolean[size];
        Arrays.fill(free, true);
        return free;
    }

    private static double[][] difference(double[][] core, TallMatrix spread, TallMatrix shortcut) {
        int rank = core.length;
        var product = spread.transposedTimes(shortcut.values(), rank);
        var difference = new double[rank][rank];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j <= i; j++) {
                difference[i][j] = core[i][j] - (product[i * rank + j] + product[j * rank + i]) / 2;
            }
        }
        return difference;
    }

    int series() {
        return summing.series();
    }

    /** Variance of a series' own error. */
    double variance(int series) {
        return covariance.diagonal()[summing.sums() + series];
    }

    /** S' W^-1 y for a panel of forecasts of all nodes. */
    double[] rightSide(double[] forecasts, int columns) {
        var nodes = forecasts.clone();
        weigh(nodes, columns);
        var small = new double[covariance.rank() * columns];
        for (int node = 0; node < summing.nodes(); node++) {
            var row = covariance.factors()[node];
            for (int t = 0; t < row.length; t++) {
                for (int c = 0; c < columns; c++) {
                    small[t * columns + c] += row[t] * nodes[node * columns + c];
                }
            }
        }
        summing.down(nodes, columns);
        var right = Arrays.copyOfRange(nodes, summing.sums() * columns, nodes.length);
        subtractSpread(small, columns, right);
        return right;
    }

    /** A times a panel of bottom values. */
    double[] times(double[] bottom, int columns) {
        var nodes = summed(bottom, columns);
        weigh(nodes, columns);
        summing.down(nodes, columns);
        var product = Arrays.copyOfRange(nodes, summing.sums() * columns, nodes.length);
        if (spread.width() > 0) {
            subtractSpread(spread.transposedTimes(bottom, columns), columns, product);
        }
        return product;
    }

    /** S b. */
    double[] summed(double[] bottom, int columns) {
        var nodes = new double[summing.nodes() * columns];
        System.arraycopy(bottom, 0, nodes, summing.sums() * columns, bottom.length);
        summing.up(nodes, columns);
        return nodes;
    }

    private void weigh(double[] nodes, int columns) {
        for (int node = 0; node < summing.nodes(); node++) {
            double weight = 1 / covariance.diagonal()[node];
            for (int k = node * columns; k < (node + 1) * columns; k++) {
                nodes[k] *= weight;
            }
        }
    }

    private void subtractSpread(double[] small, int columns, double[] from) {
        core.solve(small, columns);
        for (int k = 0; k < small.length; k++) {
            small[k] = -small[k];
        }
        spread.addTimes(small, columns, from);
    }

    /** An approximate solution of A x = residual. */
    double[] preconditioned(double[] residual, int columns) {
        var result = residual.clone();
        for (int i = 0; i < series(); i++) {
            double variance = variance(i);
            for (int k = i * columns; k < (i + 1) * columns; k++) {
                result[k] *= variance;
            }
        }
        if (shortcut.width() > 0) {
            var small = shortcut.transposedTimes(residual, columns);
            shortcutCore.solve(small, columns);
            shortcut.addTimes(small, columns, result);
        }
        return result;
    }
}
