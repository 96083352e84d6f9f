package dev.storetwin.core.forecast.hierarchy;

/**
 * The error variance of each node: its mean squared error, and for want of errors what its size lets expect.
 *
 * <p>A series is expected to err as the others do for their size, a sum as its series do when unrelated. No variance is far below
 * what is expected: a forecast that has never been wrong may yet be.
 *
 * @param values     per node, above 0
 * @param meanSquare per node as seen; 0 where too few errors are known
 * @param known      how many errors of a node are known
 */
record ErrorVariances(double[] values, double[] meanSquare, int[] known) {

    static final int FEWEST = 4;
    private static final double SMALLEST_SIZE = .01;
    private static final double LEAST = 1e-4;

    static ErrorVariances of(NodeForecasts forecasts) {
        int nodes = forecasts.means().length;
        var meanSquare = new double[nodes];
        var known = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            for (double error : forecasts.errors()[node]) {
                if (!Double.isNaN(error)) {
                    known[node]++;
                    meanSquare[node] += error * error;
                }
            }
            meanSquare[node] = known[node] < FEWEST ? 0 : meanSquare[node] / known[node];
        }
        return new ErrorVariances(values(forecasts, meanSquare, known), meanSquare, known);
    }

    private static double[] values(NodeForecasts forecasts, double[] meanSquare, int[] known) {
        var hierarchy = forecasts.hierarchy();
        int sums = hierarchy.sumCount();
        var bottom = expected(forecasts, meanSquare, known);
        for (int i = 0; i < bottom.length; i++) {
            bottom[i] = value(meanSquare[sums + i], known[sums + i], bottom[i]);
        }
        var values = hierarchy.sums(bottom);
        for (int node = 0; node < sums; node++) {
            values[node] = value(meanSquare[node], known[node], values[node]);
        }
        return values;
    }

    private static double value(double meanSquare, int known, double expected) {
        return known < FEWEST ? expected : Math.max(meanSquare, LEAST * expected);
    }

    /** Variance in proportion to the mean forecast, as counts have it. */
    private static double[] expected(NodeForecasts forecasts, double[] meanSquare, int[] known) {
        int sums = forecasts.hierarchy().sumCount();
        var sizes = new double[forecasts.hierarchy().seriesCount()];
        double squares = 0;
        double size = 0;
        int count = 0;
        for (int i = 0; i < sizes.length; i++) {
            for (double mean : forecasts.means()[sums + i]) {
                sizes[i] += Math.abs(mean) / forecasts.steps();
            }
            if (known[sums + i] >= FEWEST) {
                squares += meanSquare[sums + i];
                size += sizes[i];
                count++;
            }
        }
        double usual = squares > 0 ? squares / count : 1;
        double usualSize = size > 0 ? size / count : 1;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = size > 0 ? usual * Math.max(SMALLEST_SIZE, sizes[i] / usualSize) : usual;
        }
        return sizes;
    }
}
