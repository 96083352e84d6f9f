package dev.storetwin.core.forecast.intermittent;

/**
 * Moments of a history, in its units.
 *
 * @param mean         of known periods
 * @param scatter      variance by mean of known periods, drawn towards the usual one
 * @param size         mean size of a sale
 * @param sizeVariance of the sizes
 */
record Moments(double mean, double scatter, double size, double sizeVariance) {

    static Moments of(History history) {
        int known = history.known();
        double sum = 0;
        double squares = 0;
        int sales = 0;
        for (int i = 0; i < known; i++) {
            double count = Math.rint(history.count(i));
            sum += count;
            squares += count * count;
            sales += history.count(i) > 0 ? 1 : 0;
        }
        double mean = known == 0 ? 0 : sum / known;
        double size = sales == 0 ? 0 : sum / sales;
        return new Moments(
                mean, scatter(mean, squares, known), size, sales == 0 ? 0 : Math.max(0, squares / sales - size * size));
    }

    private static double scatter(double mean, double squares, int known) {
        double prior = Levels.UNKNOWN.scatterWeight();
        double own = mean > 0 ? Math.max(0, squares - known * mean * mean) / mean : 0;
        return mean > 0 ? (own + prior * Levels.UNKNOWN.scatter(mean)) / (known - 1 + prior) : 1;
    }

    /** Variance of a period of another mean, by Taylor's law with power 1.5. */
    double noise(double other) {
        return mean > 0 && other > 0 ? other * scatter * Math.sqrt(other / mean) : 0;
    }
}
