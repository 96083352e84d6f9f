package dev.storetwin.core.forecast.hierarchy;

/**
 * The Cholesky factor of a small matrix that is the identity plus something not negative, kept for many right sides. So no pivot is
 * below 1, but by rounding.
 */
final class DenseFactor {

    private final double[][] lower;

    private DenseFactor(double[][] lower) {
        this.lower = lower;
    }

    /** Overwrites the matrix, of which the lower triangle is read. */
    static DenseFactor of(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            for (int i = j; i < matrix.length; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(Math.max(1, sum)) : sum / matrix[j][j];
            }
        }
        return new DenseFactor(matrix);
    }

    /** Replaces a panel by the solution. */
    void solve(double[] panel, int columns) {
        for (int i = 0; i < lower.length; i++) {
            for (int k = 0; k < i; k++) {
                subtract(panel, i, lower[i][k], k, columns);
            }
            divide(panel, i, columns);
        }
        for (int i = lower.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < lower.length; k++) {
                subtract(panel, i, lower[k][i], k, columns);
            }
            divide(panel, i, columns);
        }
    }

    private static void subtract(double[] panel, int row, double factor, int from, int columns) {
        for (int c = 0; c < columns; c++) {
            panel[row * columns + c] -= factor * panel[from * columns + c];
        }
    }

    private void divide(double[] panel, int row, int columns) {
        for (int c = 0; c < columns; c++) {
            panel[row * columns + c] /= lower[row][row];
        }
    }
}
