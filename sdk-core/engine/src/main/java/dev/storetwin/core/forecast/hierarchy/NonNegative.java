package dev.storetwin.core.forecast.hierarchy;

import java.util.Arrays;

/**
 * Non-negative least squares by block principal pivoting (Judice and Pires 1994, for reconciliation Wickramasuriya, Turlach and
 * Hyndman 2020), one panel of forecast steps at a time.
 *
 * <p>Each unknown is either free or held at zero. After solving for the free ones, those that came out negative are held and those
 * held against a negative gradient are freed, all at once; when that does not lessen their number a few times, only the last of
 * them is exchanged, which cannot cycle. The first rounds are solved to a few digits: they only find out who is held.
 */
final class NonNegative {

    private static final int MOST_ROUNDS = 300;
    private static final int PATIENCE = 3;
    private static final double[] TOLERANCES = {1e-4, 1e-7, ConjugateGradients.EXACT};
    private static final double SLACK = 10;

    private final NormalEquations equations;
    private final ConjugateGradients gradients;
    private final int columns;
    private final double[] solution;
    private final boolean[] free;
    private final int[] fewest;
    private final int[] patience;

    NonNegative(NormalEquations equations, double[] right, double[] start, int columns) {
        this.equations = equations;
        this.columns = columns;
        this.solution = start.clone();
        this.gradients = new ConjugateGradients(equations, right, start, columns);
        this.free = new boolean[right.length];
        this.fewest = new int[columns];
        this.patience = new int[columns];
        Arrays.fill(free, true);
    }

    double[] solve() {
        for (double tolerance : TOLERANCES) {
            descend(tolerance);
        }
        for (int k = 0; k < solution.length; k++) {
            solution[k] = Math.max(0, solution[k]);
        }
        return solution;
    }

    private void descend(double tolerance) {
        Arrays.fill(fewest, Integer.MAX_VALUE);
        Arrays.fill(patience, PATIENCE);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var gradient = gradients.solve(solution, free, tolerance);
            boolean done = true;
            for (int c = 0; c < columns; c++) {
                done &= settle(gradient, c, SLACK * tolerance);
            }
            if (done) {
                return;
            }
        }
    }

    private boolean settle(double[] gradient, int column, double tolerance) {
        double unit = tolerance * Math.sqrt(gradients.size(column) / equations.series());
        int wrong = 0;
        int last = -1;
        for (int i = 0; i < equations.series(); i++) {
            if (isWrong(gradient, i, column, unit)) {
                wrong++;
                last = i;
            }
        }
        if (wrong == 0) {
            return true;
        }
        boolean all = wrong < fewest[column] || patience[column] > 0;
        patience[column] = wrong < fewest[column] ? PATIENCE : patience[column] - 1;
        fewest[column] = Math.min(wrong, fewest[column]);
        for (int i = all ? 0 : last; i <= last; i++) {
            if (isWrong(gradient, i, column, unit)) {
                int k = i * columns + column;
                free[k] = !free[k];
                solution[k] = 0;
            }
        }
        return false;
    }

    /** Value and gradient are measured by the series' own error: one is divided by its deviation, the other multiplied. */
    private boolean isWrong(double[] gradient, int series, int column, double unit) {
        int k = series * columns + column;
        double deviation = Math.sqrt(equations.variance(series));
        return free[k] ? solution[k] < -unit * deviation : gradient[k] * deviation < -unit;
    }
}
