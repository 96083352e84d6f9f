package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.forecast.Hierarchy;

/** Reconciliation as the papers write it, with whole matrices: G = (S' W^-1 S)^-1 S' W^-1. */
final class Dense {

    private Dense() {}

    static double[][] summing(Hierarchy hierarchy) {
        int series = hierarchy.seriesCount();
        var matrix = new double[hierarchy.nodes().size()][series];
        for (int i = 0; i < series; i++) {
            var one = new double[series];
            one[i] = 1;
            var column = hierarchy.sums(one);
            for (int node = 0; node < column.length; node++) {
                matrix[node][i] = column[node];
            }
        }
        return matrix;
    }

    static double[][] covariance(ErrorCovariance covariance) {
        int nodes = covariance.diagonal().length;
        var matrix = times(covariance.factors(), transposed(covariance.factors()));
        for (int node = 0; node < nodes; node++) {
            matrix[node][node] += covariance.diagonal()[node];
        }
        return matrix;
    }

    static double[][] reconciled(Hierarchy hierarchy, double[][] covariance, double[][] means) {
        var s = summing(hierarchy);
        return times(s, bottom(s, covariance, means));
    }

    private static double[][] bottom(double[][] s, double[][] covariance, double[][] means) {
        var left = transposed(solved(covariance, s));
        return solved(times(left, s), times(left, means));
    }

    /** The gradient of half the weighted squares with regard to the bottom values. */
    static double[][] gradient(Hierarchy hierarchy, double[][] covariance, double[][] means, double[][] coherent) {
        var difference = new double[means.length][means[0].length];
        for (int node = 0; node < means.length; node++) {
            for (int step = 0; step < means[0].length; step++) {
                difference[node][step] = coherent[node][step] - means[node][step];
            }
        }
        return times(transposed(summing(hierarchy)), solved(covariance, difference));
    }

    static double[][] times(double[][] one, double[][] other) {
        int inner = other.length;
        int columns = inner == 0 ? one.length : other[0].length;
        var product = new double[one.length][columns];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    product[i][j] += one[i][k] * other[k][j];
                }
            }
        }
        return product;
    }

    static double[][] transposed(double[][] matrix) {
        var transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    /** Gauss elimination with the largest pivot. */
    static double[][] solved(double[][] matrix, double[][] right) {
        int size = matrix.length;
        var rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = java.util.Arrays.copyOf(matrix[i], size + right[0].length);
            System.arraycopy(right[i], 0, rows[i], size, right[0].length);
        }
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                pivot = Math.abs(rows[i][k]) > Math.abs(rows[pivot][k]) ? i : pivot;
            }
            var row = rows[pivot];
            rows[pivot] = rows[k];
            rows[k] = row;
            for (int i = 0; i < size; i++) {
                double factor = i == k ? 0 : rows[i][k] / row[k];
                for (int j = k; j < row.length && factor != 0; j++) {
                    rows[i][j] -= factor * row[j];
                }
            }
        }
        var solution = new double[size][right[0].length];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < right[0].length; j++) {
                solution[i][j] = rows[i][size + j] / rows[i][i];
            }
        }
        return solution;
    }
}
