package dev.storetwin.core.forecast.arima;

/**
 * Least squares of one series on a few columns, by the normal equations. A column that the ones before it explain is left out, its
 * coefficient is zero.
 */
final class Regression {

    private static final double EXPLAINED = 1e-11;

    private final int size;
    private final double[][] factor;
    private final double[] pivots;
    private final double[] coefficients;

    Regression(int columns) {
        size = columns;
        factor = new double[columns + 1][columns + 1];
        pivots = new double[columns];
        coefficients = new double[columns];
    }

    /**
     * Fits, and turns the series into what the columns leave of it.
     *
     * @param data the series, then the columns
     * @return the coefficients, in an array that the next fit overwrites
     */
    double[] fit(double[][] data) {
        for (int i = 0; i <= size; i++) {
            for (int j = 0; j <= i; j++) {
                factor[i][j] = product(data[row(i, data)], data[row(j, data)]);
            }
        }
        decompose();
        for (int i = size - 1; i >= 0; i--) {
            double sum = factor[size][i];
            for (int k = i + 1; k < size; k++) {
                sum -= factor[k][i] * coefficients[k];
            }
            coefficients[i] = pivots[i] > 0 ? sum / factor[i][i] : 0;
        }
        for (int i = 0; i < size; i++) {
            subtract(data[0], coefficients[i], data[i + 1]);
        }
        return coefficients;
    }

    /** The series comes last, so that its row of the factor solves the first half of the equations. */
    private static int row(int i, double[][] data) {
        return i == data.length - 1 ? 0 : i + 1;
    }

    private void decompose() {
        for (int i = 0; i <= size; i++) {
            double diagonal = factor[i][i];
            for (int j = 0; j <= i && j < size; j++) {
                double sum = factor[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i == j) {
                    pivots[i] = sum > EXPLAINED * diagonal ? sum : 0;
                    factor[i][i] = Math.sqrt(pivots[i]);
                } else {
                    factor[i][j] = pivots[j] > 0 ? sum / factor[j][j] : 0;
                }
            }
        }
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int t = 0; t < left.length; t++) {
            sum += left[t] * right[t];
        }
        return sum;
    }

    private static void subtract(double[] from, double times, double[] column) {
        for (int t = 0; t < from.length; t++) {
            from[t] -= times * column[t];
        }
    }

    /** Logarithm of the determinant of the normal equations of the first columns. */
    double logDeterminant(int columns) {
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            sum += pivots[i] > 0 ? StrictMath.log(pivots[i]) : 0;
        }
        return sum;
    }
}
