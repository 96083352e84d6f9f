package dev.storetwin.core.forecast.season;

/**
 * A local line (or local constant) through equally spaced values: at each place a regression on its nearest neighbours, weighted by
 * the tricube of their distance (Cleveland 1979), as STL uses it.
 *
 * @param window how many neighbours take part; more than there are values makes the weights flatter
 * @param degree 0 for a local constant, 1 for a local line
 * @param jump   fitted at every so many places, straight lines between
 */
record Loess(int window, int degree, int jump) {

    /** The usual tenth of the window. */
    static Loess of(int window, int degree) {
        return new Loess(window, degree, (window + 9) / 10);
    }

    /** The smooth values at the places of the given ones; those of weight zero are not looked at. */
    double[] smooth(double[] values, double[] weights) {
        var smooth = new double[values.length];
        smooth(values, weights, values.length, smooth, 0);
        return smooth;
    }

    /**
     * The same without a new array.
     *
     * @param size of values, as many of the first take part
     * @param to   from this place on the smooth values are written
     */
    void smooth(double[] values, double[] weights, int size, double[] smooth, int to) {
        if (size < 2) {
            System.arraycopy(values, 0, smooth, to, size);
            return;
        }
        int step = Math.min(jump, size - 1);
        int last = (size - 1) / step * step;
        for (int i = 0; i <= last; i += step) {
            smooth[to + i] = neighbourhood(values, weights, size, i);
        }
        if (last != size - 1) {
            smooth[to + size - 1] = neighbourhood(values, weights, size, size - 1);
        }
        if (step > 1) {
            for (int i = 0; i < size - 1; i += step) {
                interpolate(smooth, to + i, to + Math.min(i + step, size - 1));
            }
        }
    }

    private static void interpolate(double[] smooth, int from, int until) {
        double slope = (smooth[until] - smooth[from]) / (until - from);
        for (int j = from + 1; j < until; j++) {
            smooth[j] = smooth[from] + slope * (j - from);
        }
    }

    private double neighbourhood(double[] values, double[] weights, int size, int at) {
        int left = Math.max(0, Math.min(at - (window - 1) / 2, size - window));
        return at(values, weights, size, at, left, Math.min(size, left + window), values[at]);
    }

    /** The smooth value one place before the first. */
    double before(double[] values, double[] weights, int size, double otherwise) {
        return at(values, weights, size, -1, 0, Math.min(window, size), otherwise);
    }

    /** The smooth value one place after the last. */
    double after(double[] values, double[] weights, int size, double otherwise) {
        return at(values, weights, size, size, Math.max(0, size - window), size, otherwise);
    }

    /**
     * The weighted line, taken at one place, is a weighted sum of the values. It is written as mean plus slope: with weights w of sum
     * one, centre c and spread s of the places, the value is the sum of w y (1 + (at - c)(j - c) / s).
     */
    private double at(double[] values, double[] weights, int size, int at, int from, int until, double otherwise) {
        double reach = Math.max(at - from, until - 1 - at);
        int beyond = Math.max(0, window - size) / 2;
        reach += beyond;
        double sum = 0;
        double first = 0;
        double second = 0;
        double level = 0;
        double cross = 0;
        for (int j = from; j < until; j++) {
            double distance = j - at;
            double weight = weights[j] * tricube(Math.abs(distance), reach);
            if (weight > 0) {
                double weighted = weight * values[j];
                sum += weight;
                first += weight * distance;
                second += weight * distance * distance;
                level += weighted;
                cross += weighted * distance;
            }
        }
        if (sum <= 0) {
            return otherwise;
        }
        double mean = level / sum;
        if (degree == 0 || reach <= 0) {
            return mean;
        }
        double centre = first / sum;
        double spread = second / sum - centre * centre;
        if (Math.sqrt(Math.max(0, spread)) <= .001 * (size - 1)) {
            return mean;
        }
        return mean - centre * (cross / sum - centre * mean) / spread;
    }

    private static double tricube(double distance, double reach) {
        if (distance > .999 * reach) {
            return 0;
        }
        if (distance <= .001 * reach) {
            return 1;
        }
        double share = distance / reach;
        double rest = 1 - share * share * share;
        return rest * rest * rest;
    }
}
