package dev.storetwin.core.forecast.hierarchy;

import java.util.Arrays;

/** Generalised least squares of all forecasts on the series that they sum. */
record MinimumTrace(ErrorWeights weights, boolean nonNegative) implements Reconciliation {

    @Override
    public double[][] reconcile(NodeForecasts forecasts) {
        return reconcile(forecasts, weights.of(forecasts));
    }

    double[][] reconcile(NodeForecasts forecasts, ErrorCovariance covariance) {
        int columns = forecasts.steps();
        var summing = Summing.of(forecasts.hierarchy());
        var equations = NormalEquations.of(summing, covariance);
        var panel = forecasts.panel();
        var right = equations.rightSide(panel, columns);
        var start = Arrays.copyOfRange(panel, summing.sums() * columns, panel.length);
        var bottom = nonNegative
                ? new NonNegative(equations, right, start, columns).solve()
                : free(equations, right, start, columns);
        return NodeForecasts.rows(equations.summed(bottom, columns), summing.nodes());
    }

    private static double[] free(NormalEquations equations, double[] right, double[] start, int columns) {
        var solution = start.clone();
        new ConjugateGradients(equations, right, start, columns)
                .solve(solution, NormalEquations.everyone(solution.length), ConjugateGradients.EXACT);
        return solution;
    }
}
