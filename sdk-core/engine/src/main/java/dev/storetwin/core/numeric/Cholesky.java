package dev.storetwin.core.numeric;

import java.util.Optional;

/** Linear equations with a symmetric positive definite matrix, by its Cholesky factor. */
public final class Cholesky {

    private static final double SINGULAR = 1e-12;

    private Cholesky() {}

    /** The solution; empty when the matrix is not positive definite, or so nearly that the solution means nothing. */
    public static Optional<double[]> solve(double[][] matrix, double[] right) {
        int size = right.length;
        var factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i != j) {
                    factor[i][j] = sum / factor[j][j];
                } else if (sum > SINGULAR * matrix[i][i]) {
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(backward(factor, forward(factor, right)));
    }

    private static double[] forward(double[][] factor, double[] right) {
        var solution = right.clone();
        for (int i = 0; i < solution.length; i++) {
            for (int k = 0; k < i; k++) {
                solution[i] -= factor[i][k] * solution[k];
            }
            solution[i] /= factor[i][i];
        }
        return solution;
    }

    private static double[] backward(double[][] factor, double[] right) {
        var solution = right.clone();
        for (int i = solution.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < solution.length; k++) {
                solution[i] -= factor[k][i] * solution[k];
            }
            solution[i] /= factor[i][i];
        }
        return solution;
    }
}
