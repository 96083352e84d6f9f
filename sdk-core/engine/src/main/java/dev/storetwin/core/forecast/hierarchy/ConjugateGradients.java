package dev.storetwin.core.forecast.hierarchy;

/**
 * Preconditioned conjugate gradients (Hestenes and Stiefel 1952) on a panel of right sides at once, each with unknowns of its own
 * that are held at zero.
 *
 * <p>The right sides share the passes through the hierarchy; step lengths are their own, so each column goes the way that it would
 * go alone.
 */
final class ConjugateGradients {

    /** Residual beside the right side at which nothing is left to gain in double precision. */
    static final double EXACT = 1e-12;

    private static final int MOST_STEPS = 3_000;

    private final NormalEquations equations;
    private final double[] right;
    private final int columns;
    private final double[] sizes;

    ConjugateGradients(NormalEquations equations, double[] right, double[] start, int columns) {
        this.equations = equations;
        this.right = right;
        this.columns = columns;
        this.sizes = sizes(start);
    }

    /** Squared size of each right side and start, both in units of the errors, so that columns of any scale are solved alike. */
    private double[] sizes(double[] start) {
        var sizes = new double[columns];
        for (int i = 0; i < equations.series(); i++) {
            double variance = equations.variance(i);
            for (int c = 0; c < columns; c++) {
                double value = right[i * columns + c];
                double first = start[i * columns + c];
                sizes[c] += value * variance * value + first / variance * first;
            }
        }
        return sizes;
    }

    double size(int column) {
        return sizes[column];
    }

    /**
     * Improves a solution until the residual is small beside the right side.
     *
     * @param solution where to start; zero where it is not free
     * @param free     the unknowns to solve for
     * @return A x - right side: the gradient, of all unknowns
     */
    double[] solve(double[] solution, boolean[] free, double tolerance) {
        var gradient = gradient(solution);
        var residual = new double[gradient.length];
        for (int k = 0; k < gradient.length; k++) {
            residual[k] = free[k] ? -gradient[k] : 0;
        }
        var toward = masked(equations.preconditioned(residual, columns), free);
        var direction = toward.clone();
        var size = dot(residual, toward);
        for (int step = 0; step < MOST_STEPS && !small(size, tolerance); step++) {
            var image = equations.times(direction, columns);
            var length = ratio(size, dot(direction, image));
            for (int k = 0; k < image.length; ) {
                for (int c = 0; c < columns; c++, k++) {
                    solution[k] += length[c] * direction[k];
                    gradient[k] += length[c] * image[k];
                    residual[k] = free[k] ? -gradient[k] : 0;
                }
            }
            toward = masked(equations.preconditioned(residual, columns), free);
            var next = dot(residual, toward);
            var keep = ratio(next, size);
            for (int k = 0; k < image.length; ) {
                for (int c = 0; c < columns; c++, k++) {
                    direction[k] = toward[k] + keep[c] * direction[k];
                }
            }
            size = next;
        }
        return gradient;
    }

    private double[] gradient(double[] solution) {
        var gradient = equations.times(solution, columns);
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] -= right[k];
        }
        return gradient;
    }

    private static double[] masked(double[] panel, boolean[] free) {
        for (int k = 0; k < panel.length; k++) {
            panel[k] = free[k] ? panel[k] : 0;
        }
        return panel;
    }

    private double[] dot(double[] one, double[] other) {
        var sums = new double[columns];
        for (int k = 0; k < one.length; ) {
            for (int c = 0; c < columns; c++, k++) {
                sums[c] += one[k] * other[k];
            }
        }
        return sums;
    }

    /** 0 by 0 is 0: a column that is solved stays. */
    private static double[] ratio(double[] top, double[] bottom) {
        var ratio = new double[top.length];
        for (int c = 0; c < top.length; c++) {
            ratio[c] = bottom[c] > 0 ? top[c] / bottom[c] : 0;
        }
        return ratio;
    }

    private boolean small(double[] size, double tolerance) {
        for (int c = 0; c < columns; c++) {
            if (size[c] > tolerance * tolerance * sizes[c]) {
                return false;
            }
        }
        return true;
    }
}
