package dev.storetwin.core.numeric;

import java.util.Arrays;

/**
 * The minimum of a function of several variables, without slopes (Nelder and Mead 1965, as algorithm 19 of Nash 1990, Compact
 * Numerical Methods for Computers).
 *
 * <p>Every vertex of the first simplex lies one step from the start along its own axis; the step is a tenth of the largest start value.
 * The worst vertex is reflected (factor 1), extended (2) or drawn in (1/2); when nothing helps, all shrink towards the best one.
 *
 * <p>Deterministic. Allocates nothing after construction, so one instance serves many fits of the same number of variables, one after
 * another; it is not for several threads at once.
 */
public final class NelderMead {

    /** What stands for a value that is not finite: no such vertex is ever kept if another can be had. */
    private static final double WORST = 1e35;

    /** A function to be made small. */
    @FunctionalInterface
    public interface Function {

        /**
         * The value at a point; not finite where the point is not allowed.
         *
         * @param x     the point, to be read only
         * @param limit a value that is as good as any above it: once the result is known to reach it, any number from there on may be
         *     answered
         */
        double at(double[] x, double limit);
    }

    private final int dimensions;
    private final double[][] vertices;
    private final double[] values;
    private final double[] centre;
    private final double[] trial;
    private final double[] further;

    private int evaluations;
    private double tolerance;
    private double oldSize;

    public NelderMead(int dimensions) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions (%d) must be at least 1.".formatted(dimensions));
        }
        this.dimensions = dimensions;
        vertices = new double[dimensions + 1][dimensions];
        values = new double[dimensions + 1];
        centre = new double[dimensions];
        trial = new double[dimensions];
        further = new double[dimensions];
    }

    /** How often the function was asked in the last search. */
    public int evaluations() {
        return evaluations;
    }

    /**
     * Searches from a start and leaves the best point in it.
     *
     * @param x                 the start; afterwards the best point found
     * @param relativeTolerance the search ends when the vertices differ by no more than this, relative to the value at the start
     * @param mostEvaluations   the search ends soon after this many
     * @return the value at the best point; not finite, and {@code x} unchanged, when the start itself is not allowed
     */
    public double minimize(Function function, double[] x, double relativeTolerance, int mostEvaluations) {
        double start = function.at(x, Double.POSITIVE_INFINITY);
        evaluations = 1;
        if (!Double.isFinite(start)) {
            return start;
        }
        tolerance = relativeTolerance * (Math.abs(start) + relativeTolerance);
        values[0] = start;
        spread(x);
        evaluateAllBut(0, function);
        int best = walk(function, mostEvaluations);
        System.arraycopy(vertices[best], 0, x, 0, dimensions);
        return values[best];
    }

    private void spread(double[] x) {
        double step = 0;
        for (double it : x) {
            step = Math.max(step, .1 * Math.abs(it));
        }
        step = step == 0 ? .1 : step;
        System.arraycopy(x, 0, vertices[0], 0, dimensions);
        oldSize = 0;
        for (int i = 0; i < dimensions; i++) {
            System.arraycopy(x, 0, vertices[i + 1], 0, dimensions);
            double reach = step;
            while (vertices[i + 1][i] == x[i]) {
                vertices[i + 1][i] = x[i] + reach;
                reach *= 10;
            }
            oldSize += reach;
        }
    }

    private void evaluateAllBut(int best, Function function) {
        for (int j = 0; j <= dimensions; j++) {
            if (j != best) {
                values[j] = ask(function, vertices[j], Double.POSITIVE_INFINITY);
            }
        }
    }

    private double ask(Function function, double[] point, double limit) {
        evaluations++;
        double value = function.at(point, limit);
        return Double.isFinite(value) ? value : WORST;
    }

    /** The best vertex in the end. Ties keep the vertex that was best before. */
    private int walk(Function function, int mostEvaluations) {
        int best = 0;
        while (true) {
            int worst = best;
            for (int j = 0; j <= dimensions; j++) {
                best = values[j] < values[best] ? j : best;
            }
            for (int j = 0; j <= dimensions; j++) {
                worst = values[j] > values[worst] ? j : worst;
            }
            boolean flat = values[worst] <= values[best] + tolerance;
            if (flat || evaluations > mostEvaluations || !improve(best, worst, function)) {
                return best;
            }
        }
    }

    /** Moves the worst vertex, or all; false when the simplex can no longer shrink. */
    private boolean improve(int best, int worst, Function function) {
        setCentreWithout(worst);
        double[] bad = vertices[worst];
        for (int i = 0; i < dimensions; i++) {
            trial[i] = 2 * centre[i] - bad[i];
        }
        double before = values[worst];
        double reflected = ask(function, trial, before);
        if (reflected < values[best]) {
            extend(worst, reflected, function);
            return true;
        }
        if (reflected < before) {
            keep(worst, trial, reflected);
        }
        for (int i = 0; i < dimensions; i++) {
            further[i] = .5 * bad[i] + .5 * centre[i];
        }
        double drawnIn = ask(function, further, values[worst]);
        if (drawnIn < values[worst]) {
            keep(worst, further, drawnIn);
            return true;
        }
        return reflected < before || shrink(best, function);
    }

    private void extend(int worst, double reflected, Function function) {
        for (int i = 0; i < dimensions; i++) {
            further[i] = 2 * trial[i] - centre[i];
        }
        double extended = ask(function, further, reflected);
        if (extended < reflected) {
            keep(worst, further, extended);
        } else {
            keep(worst, trial, reflected);
        }
    }

    private void setCentreWithout(int worst) {
        double[] bad = vertices[worst];
        for (int i = 0; i < dimensions; i++) {
            centre[i] = -bad[i];
        }
        for (double[] vertex : vertices) {
            for (int i = 0; i < dimensions; i++) {
                centre[i] += vertex[i];
            }
        }
        for (int i = 0; i < dimensions; i++) {
            centre[i] /= dimensions;
        }
    }

    private void keep(int place, double[] point, double value) {
        System.arraycopy(point, 0, vertices[place], 0, dimensions);
        values[place] = value;
    }

    private boolean shrink(int best, Function function) {
        double[] good = vertices[best];
        double size = 0;
        for (int j = 0; j <= dimensions; j++) {
            if (j != best) {
                double[] vertex = vertices[j];
                for (int i = 0; i < dimensions; i++) {
                    vertex[i] = .5 * (vertex[i] - good[i]) + good[i];
                    size += Math.abs(vertex[i] - good[i]);
                }
            }
        }
        if (size >= oldSize) {
            return false;
        }
        oldSize = size;
        evaluateAllBut(best, function);
        return true;
    }

    @Override
    public String toString() {
        return "NelderMead(%d evaluations, best %s)"
                .formatted(evaluations, Arrays.stream(values).min().orElse(Double.NaN));
    }
}
