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

    /** Rounding of the sum of the vertices is forgotten after this many. */
    private static final int MOST_CHANGES = 50;

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

    private final double[] total;

    private int changes;
    private int evaluations;
    private boolean isDone = true;
    private int best;
    private int worst;
    private double tolerance;
    private double oldSize;

    public NelderMead(int dimensions) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions (%d) must be at least 1.".formatted(dimensions));
        }
        this.dimensions = dimensions;
        vertices = new double[dimensions + 1][dimensions];
        values = new double[dimensions + 1];
        total = new double[dimensions];
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
        begin(function, x, relativeTolerance);
        return goOn(function, x, mostEvaluations);
    }

    /**
     * Sets up a search without its first step, so that several searches can take turns.
     *
     * @param x the start, which is left as it is
     * @return whether the start is allowed
     */
    public boolean begin(Function function, double[] x, double relativeTolerance) {
        double start = function.at(x, Double.POSITIVE_INFINITY);
        evaluations = 1;
        best = 0;
        values[0] = start;
        System.arraycopy(x, 0, vertices[0], 0, dimensions);
        isDone = !Double.isFinite(start);
        if (!isDone) {
            tolerance = relativeTolerance * (Math.abs(start) + relativeTolerance);
            spread(x);
            evaluateAllButBest(function);
        }
        return !isDone;
    }

    /**
     * Goes on with a search.
     *
     * @param x               room for the best point found so far
     * @param mostEvaluations since the beginning
     * @return the value at the best point
     */
    public double goOn(Function function, double[] x, int mostEvaluations) {
        while (!isDone && evaluations <= mostEvaluations) {
            isDone = !improve(function);
        }
        System.arraycopy(vertices[best], 0, x, 0, dimensions);
        return values[best];
    }

    private void spread(double[] x) {
        double step = 0;
        for (double it : x) {
            step = Math.max(step, .1 * Math.abs(it));
        }
        step = step == 0 ? .1 : step;
        oldSize = 0;
        for (int i = 0; i < dimensions; i++) {
            System.arraycopy(x, 0, vertices[i + 1], 0, dimensions);
            double reach = step;
            while (vertices[i + 1][i] == x[i] && reach < Double.POSITIVE_INFINITY) {
                vertices[i + 1][i] = x[i] + reach;
                reach *= 10;
            }
            oldSize += reach;
        }
    }

    private void evaluateAllButBest(Function function) {
        for (int j = 0; j <= dimensions; j++) {
            if (j != best) {
                values[j] = ask(function, vertices[j], Double.POSITIVE_INFINITY);
            }
        }
        sumUp();
        rank();
    }

    private double ask(Function function, double[] point, double limit) {
        evaluations++;
        double value = function.at(point, limit);
        return Double.isFinite(value) ? value : WORST;
    }

    /** Finds the best and the worst vertex. Ties keep the vertex that was best before. */
    private void rank() {
        worst = best;
        for (int j = 0; j <= dimensions; j++) {
            worst = values[j] > values[worst] ? j : worst;
        }
        for (int j = 0; j <= dimensions; j++) {
            best = values[j] < values[best] ? j : best;
        }
    }

    /** Moves the worst vertex, or all; false when the values are level or the simplex can no longer shrink. */
    private boolean improve(Function function) {
        if (values[worst] <= values[best] + tolerance) {
            return false;
        }
        setCentre();
        double[] bad = vertices[worst];
        for (int i = 0; i < dimensions; i++) {
            trial[i] = 2 * centre[i] - bad[i];
        }
        double before = values[worst];
        double reflected = ask(function, trial, before);
        if (reflected < values[best]) {
            extend(reflected, function);
        } else if (!drawIn(reflected, function) && reflected >= before) {
            return shrink(function);
        }
        rank();
        return true;
    }

    /** Whether a point half way to the centre is better than the worst vertex, or than its reflection if that was better. */
    private boolean drawIn(double reflected, Function function) {
        if (reflected < values[worst]) {
            keep(trial, reflected);
        }
        double[] bad = vertices[worst];
        for (int i = 0; i < dimensions; i++) {
            further[i] = .5 * bad[i] + .5 * centre[i];
        }
        double value = ask(function, further, values[worst]);
        boolean better = value < values[worst];
        if (better) {
            keep(further, value);
        }
        return better;
    }

    private void extend(double reflected, Function function) {
        for (int i = 0; i < dimensions; i++) {
            further[i] = 2 * trial[i] - centre[i];
        }
        double extended = ask(function, further, reflected);
        if (extended < reflected) {
            keep(further, extended);
        } else {
            keep(trial, reflected);
        }
    }

    /** Of all vertices but the worst. The sum is kept along, and made anew now and then so that rounding does not pile up. */
    private void setCentre() {
        if (changes >= MOST_CHANGES) {
            sumUp();
        }
        double[] bad = vertices[worst];
        for (int i = 0; i < dimensions; i++) {
            centre[i] = (total[i] - bad[i]) / dimensions;
        }
    }

    private void sumUp() {
        Arrays.fill(total, 0);
        for (double[] vertex : vertices) {
            for (int i = 0; i < dimensions; i++) {
                total[i] += vertex[i];
            }
        }
        changes = 0;
    }

    /** Puts a point in the place of the worst vertex. */
    private void keep(double[] point, double value) {
        double[] bad = vertices[worst];
        for (int i = 0; i < dimensions; i++) {
            total[i] += point[i] - bad[i];
            bad[i] = point[i];
        }
        values[worst] = value;
        changes++;
    }

    private boolean shrink(Function function) {
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
        evaluateAllButBest(function);
        return true;
    }

    @Override
    public String toString() {
        return "NelderMead(%d evaluations, best %s)"
                .formatted(evaluations, Arrays.stream(values).min().orElse(Double.NaN));
    }
}
