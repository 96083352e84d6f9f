package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.forecast.Hierarchy;

/** tbd. */
public final class Reconciliation {

    static final double EXACT = 1e-12;
    public static int steps;

    private Reconciliation() {}

    static double[] nn(Hierarchy h, ErrorCovariance w, double[] y, int columns, boolean nonNegative) {
        var summing = Summing.of(h);
        var equations = NormalEquations.of(summing, w);
        var right = equations.rightSide(y, columns);
        var start = new double[right.length];
        System.arraycopy(y, summing.sums() * columns, start, 0, start.length);
        if (nonNegative) {
            var nn = new NonNegative(equations, right, columns);
            nn.solve(start);
            steps = nn.steps();
        } else {
            var free = new boolean[right.length];
            java.util.Arrays.fill(free, true);
            var cg = new ConjugateGradients(equations, right, columns);
            cg.solve(start, free, EXACT);
            steps = cg.steps();
        }
        return equations.summed(start, columns);
    }
}
