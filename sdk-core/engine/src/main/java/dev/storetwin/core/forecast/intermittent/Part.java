package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.core.random.Draw;

/**
 * One member of the pool as a forecast: what each step brings, given a level that is not known exactly and stays for all steps.
 *
 * @param share of the pool
 * @param means per step, in units
 * @param noise variance per step once the level is given, in squared units
 * @param doubt variance of the level by its square
 * @param sizes how often a sale had each size, for sales that happen or not; empty for counts
 */
record Part(double share, double[] means, double[] noise, double doubt, double[] sizes) {

    double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += means[i];
        }
        return sum;
    }

    double variance(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += noise[i];
        }
        double mean = mean(from, to);
        return sum + (isSingleSale(from, to) ? 0 : doubt * mean * mean);
    }

    /** A sale that happens or not, once: not knowing how often it happens changes nothing. */
    private boolean isSingleSale(int from, int to) {
        return sizes.length > 0 && to == from + 1;
    }

    /** Cells after which next to nothing follows. */
    double reach(int from, int to) {
        double mean = mean(from, to);
        double variance = variance(from, to);
        double tail = mean > 0 ? 25 * variance / mean : 0;
        return Math.max(sizes.length, mean + 8 * Math.sqrt(variance) + tail) + 2;
    }

    /**
     * Adds its share of the cumulative probabilities of some steps together.
     *
     * @param coarse units to a cell
     */
    void add(int from, int to, double coarse, double[] table) {
        if (isSingleSale(from, to) && coarse == 1) {
            addSizes(Math.min(1, means[from] / meanSize()), table);
        } else {
            CountGrid.add(mean(from, to) / coarse, variance(from, to) / (coarse * coarse), share, table);
        }
    }

    private double meanSize() {
        double sum = 0;
        double sales = 0;
        for (int k = 0; k < sizes.length; k++) {
            sum += k * sizes[k];
            sales += sizes[k];
        }
        return sum > 0 ? sum / sales : 1;
    }

    private void addSizes(double rate, double[] table) {
        double sales = 0;
        for (double size : sizes) {
            sales += size;
        }
        double below = share * (1 - rate);
        for (int k = 0; k < table.length; k++) {
            below += k < sizes.length ? share * rate * sizes[k] / sales : 0;
            table[k] += below;
        }
    }

    /** One future, in units. */
    double[] path(Draw draw) {
        double deviation = Math.sqrt(StrictMath.log1p(doubt));
        double level = StrictMath.exp(deviation * draw.nextGaussian() - deviation * deviation / 2);
        double meanSize = meanSize();
        var path = new double[means.length];
        for (int i = 0; i < path.length; i++) {
            double chance = draw.nextOpenDouble();
            path[i] = sizes.length == 0
                    ? CountGrid.quantile(means[i] * level, noise[i] * level, chance)
                    : size(Math.min(1, means[i] / meanSize * level), chance);
        }
        return path;
    }

    private double size(double rate, double chance) {
        double left = chance - (1 - rate);
        if (left <= 0) {
            return 0;
        }
        double sales = 0;
        for (double size : sizes) {
            sales += size;
        }
        int k = 0;
        for (double below = sizes[0]; k < sizes.length - 1 && below < left / rate * sales; below += sizes[k]) {
            k++;
        }
        return k;
    }
}
