package dev.storetwin.core.forecast.ets;

import dev.storetwin.core.numeric.Cholesky;

/** Seasons by the oldest means: what is left of a series when its trend is taken away. */
final class ClassicalSeasons {

    private ClassicalSeasons() {}

    /**
     * One season for each phase of the cycle: the mean of what stands out from the centred moving average over a cycle, adjusted to a
     * sum of 0, or a mean of 1 when relative.
     */
    static double[] byMovingAverage(double[] values, int period, boolean relative) {
        var sums = new double[period];
        var counts = new int[period];
        int half = period / 2;
        for (int i = half; i + half < values.length; i++) {
            double average = centredAverage(values, i, period);
            sums[i % period] += relative ? values[i] / average : values[i] - average;
            counts[i % period]++;
        }
        double mean = 0;
        for (int i = 0; i < period; i++) {
            sums[i] /= counts[i];
            mean += sums[i] / period;
        }
        for (int i = 0; i < period; i++) {
            sums[i] = relative ? sums[i] / mean : sums[i] - mean;
        }
        return sums;
    }

    private static double centredAverage(double[] values, int middle, int period) {
        int half = period / 2;
        double ends = period % 2 == 0 ? .5 : 1;
        double sum = ends * (values[middle - half] + values[middle + half]);
        for (int i = middle - half + 1; i < middle + half; i++) {
            sum += values[i];
        }
        return sum / period;
    }

    /**
     * What stands out from the line that fits best together with one wave per cycle; one number for each value, as a rough start for
     * few cycles.
     */
    static double[] aroundWave(double[] values, int period, boolean relative) {
        var line = lineWithWave(values, period);
        var out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            double trend = line[0] + line[1] * (i + 1);
            out[i] = relative ? values[i] / trend : values[i] - trend;
        }
        return out;
    }

    private static double[] lineWithWave(double[] values, int period) {
        int columns = period > 2 ? 4 : 3;
        var matrix = new double[columns][columns];
        var right = new double[columns];
        var row = new double[4];
        for (int i = 0; i < values.length; i++) {
            double angle = 2 * Math.PI * (i + 1) / period;
            row[0] = 1;
            row[1] = i + 1;
            row[2] = StrictMath.cos(angle);
            row[3] = StrictMath.sin(angle);
            for (int j = 0; j < columns; j++) {
                right[j] += row[j] * values[i];
                for (int k = 0; k < columns; k++) {
                    matrix[j][k] += row[j] * row[k];
                }
            }
        }
        return Cholesky.solve(matrix, right).orElseGet(() -> new double[] {right[0] / values.length, 0});
    }
}
