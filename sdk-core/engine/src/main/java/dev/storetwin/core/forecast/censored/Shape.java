package dev.storetwin.core.forecast.censored;

import java.util.Arrays;

/**
 * How demand is distributed around what is ordinary: a mass on every ratio seen and on a grid that goes beyond the largest.
 *
 * <p>The masses are those of Susarla and Van Ryzin (1976): what was seen counts one each, what was cut off is spread over everything
 * above it in proportion to the masses there, and a gamma or log-normal distribution of the same moments counts a little, so that it
 * decides what nothing was seen of. Without it this is the product limit of Kaplan and Meier (1958).
 */
final class Shape {

    private static final double BELIEF = 1.5;
    private static final int CELLS = 200;
    private static final double NOTHING = 1e-100;
    private static final double TIE = 1e-9;
    private static final double LEAST_VARIANCE = 1e-4;

    private final Ratios ratios;
    private final double[] at;
    private final boolean[] seen;
    private final double[] width;
    private final double[] logAt;
    private final int[] firstOfCut;
    private final double[] mass;
    private final double[] believed;
    /** Of what lies at or above a point: its mass, its mass over its size, and the sizes weighed by either. */
    private final double[] above;

    private final double[] thinned;
    private final double[] sizeAbove;
    private final double[] sizeThinned;
    private double mean;
    private double variance;
    private double meanLog;
    private double varianceLog;
    private double logLikelihoodOfKnown;

    Shape(Ratios ratios) {
        this.ratios = ratios;
        int points = CELLS + ratios.known().length;
        this.at = new double[points];
        this.seen = new boolean[points];
        this.width = new double[points];
        this.logAt = new double[points];
        this.mass = new double[points];
        this.believed = new double[points];
        this.above = new double[points + 1];
        this.thinned = new double[points + 1];
        this.sizeAbove = new double[points + 1];
        this.sizeThinned = new double[points + 1];
        layOut();
        this.firstOfCut = Arrays.stream(ratios.cut()).mapToInt(this::firstAbove).toArray();
        for (int i = 0; i < points; i++) {
            mass[i] = seen[i] ? 1.0 / ratios.known().length : 0;
        }
        measure();
        believe(new double[ratios.cut().length]);
        update(new double[ratios.cut().length]);
    }

    /** The grid is finer near zero: its points are squares. */
    private void layOut() {
        double top = Math.max(4, 3 * ratios.largest());
        var known = ratios.known();
        int next = 0;
        int cell = 0;
        for (int i = 0; i < at.length; i++) {
            double middle = (cell + .5) / CELLS;
            double point = top * middle * middle;
            if (next < known.length && (cell == CELLS || known[next] <= point)) {
                at[i] = known[next++];
                seen[i] = true;
            } else {
                at[i] = point;
                width[i] = top * (2 * cell + 1.0) / CELLS / CELLS;
                cell++;
            }
            logAt[i] = ratios.log(at[i]);
        }
    }

    private void measure() {
        mean = 0;
        meanLog = 0;
        for (int i = 0; i < at.length; i++) {
            mean += mass[i] * at[i];
            meanLog += mass[i] * logAt[i];
        }
        mean = Math.max(mean, ratios.unit() * 1e-3);
        variance = 0;
        varianceLog = 0;
        for (int i = 0; i < at.length; i++) {
            variance += mass[i] * (at[i] - mean) * (at[i] - mean);
            varianceLog += mass[i] * (logAt[i] - meanLog) * (logAt[i] - meanLog);
        }
        variance = Math.max(variance, LEAST_VARIANCE);
        varianceLog = Math.max(varianceLog, LEAST_VARIANCE);
        logLikelihoodOfKnown = 0;
        for (int i = 0; i < at.length; i++) {
            logLikelihoodOfKnown += seen[i] ? StrictMath.log(mass[i]) : 0;
        }
    }

    /** The gamma and the log-normal distribution of the moments now, weighed by how well they explain what was sold. */
    private void believe(double[] weights) {
        double form = mean * mean / variance;
        double scale = variance / mean;
        double logMean = StrictMath.log(mean);
        var gamma = new double[at.length];
        var logNormal = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            gamma[i] = (form - 1) * (logAt[i] - logMean) - (Math.max(at[i], ratios.unit() / 2) - mean) / scale;
            logNormal[i] = logNormal(logAt[i]);
        }
        double better = toMasses(logNormal, weights) - toMasses(gamma, weights);
        double share = 1 / (1 + StrictMath.exp(Math.max(-30, Math.min(30, better))));
        for (int i = 0; i < at.length; i++) {
            believed[i] = seen[i] ? 0 : share * gamma[i] + (1 - share) * logNormal[i];
        }
    }

    private double logNormal(double log) {
        return -(log - meanLog) * (log - meanLog) / (2 * varianceLog) - log;
    }

    /**
     * Turns logarithms of a density, up to a constant, into masses on the grid.
     *
     * @return log likelihood of the known ratios and, with their weights, of the cut ones
     */
    private double toMasses(double[] density, double[] weights) {
        double sum = 0;
        double ofAll = 0;
        for (int i = 0; i < at.length; i++) {
            if (seen[i]) {
                ofAll += density[i];
                density[i] = 0;
            } else {
                density[i] = StrictMath.exp(Math.min(300, density[i])) * width[i];
                sum += density[i];
            }
        }
        sum = Math.max(sum, Double.MIN_NORMAL);
        ofAll -= ratios.known().length * StrictMath.log(sum);
        var tail = new double[at.length + 1];
        for (int i = at.length - 1; i >= 0; i--) {
            density[i] /= sum;
            tail[i] = tail[i + 1] + density[i];
        }
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                ofAll += weights[i] * StrictMath.log(Math.max(1e-12, tail[firstOfCut[i]]));
            }
        }
        return ofAll;
    }

    /**
     * Redistributes to the right (Efron 1967): each cut ratio hands its weight to what lies at or above it, the later cut ones included.
     *
     * @param weights of each cut ratio: the chance that demand was the cause; the rest of it says nothing
     */
    void update(double[] weights) {
        int points = at.length;
        var handed = new double[points + 1];
        for (int i = 0; i < weights.length; i++) {
            handed[firstOfCut[i]] += weights[i];
        }
        var toCome = new double[points + 1];
        for (int i = points - 1; i >= 0; i--) {
            mass[i] = (seen[i] ? 1 : 0) + BELIEF * believed[i];
            toCome[i] = toCome[i + 1] + handed[i];
            above[i] = above[i + 1] + mass[i];
        }
        double factor = 1;
        for (int i = 0; i < points; i++) {
            double rest = above[i] + toCome[i + 1];
            if (rest > NOTHING) {
                factor *= 1 + handed[i] / rest;
            } else {
                mass[i] += handed[i];
            }
            mass[i] *= factor;
        }
        normalise();
        measure();
        believe(weights);
    }

    private void normalise() {
        double sum = 0;
        for (double part : mass) {
            sum += part;
        }
        for (int i = at.length - 1; i >= 0; i--) {
            mass[i] /= sum;
            above[i] = above[i + 1] + mass[i];
            double part = mass[i] / (at[i] + ratios.unit());
            thinned[i] = thinned[i + 1] + part;
            sizeAbove[i] = sizeAbove[i + 1] + mass[i] * at[i];
            sizeThinned[i] = sizeThinned[i + 1] + part * at[i];
        }
    }

    /** The first point at or above a ratio. */
    int first(double ratio) {
        int low = 0;
        int high = at.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] < ratio - TIE / 2) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first point above a ratio: of equal ones, what was seen comes before what was cut (Kaplan and Meier). */
    private int firstAbove(double ratio) {
        return first(ratio + TIE);
    }

    double mean() {
        return mean;
    }

    /** Of the logarithms. */
    double varianceLog() {
        return varianceLog;
    }

    double probabilityAbove(double ratio) {
        return above[firstAbove(ratio)];
    }

    /** Density of what is sold when a share of demand is met that may be anything from one share to another. */
    double densityOfPart(double ratio, double from, double to) {
        double upper = from == 0 ? 0 : thinned[first(ratio / from)];
        return Math.max(0, thinned[first(ratio / to)] - upper) / (to - from);
    }

    /** Of the known ratios, by the masses themselves: no family of distributions has a say. */
    double logLikelihoodOfKnown() {
        return logLikelihoodOfKnown;
    }

    /** Mean of {@link #beyond}, without laying it out. */
    double expectedBeyond(double ratio, double chanceOfDemand) {
        int from = first(ratio);
        if (!(above[from] > NOTHING && thinned[from] > NOTHING)) {
            return at[from];
        }
        return chanceOfDemand * sizeAbove[from] / above[from]
                + (1 - chanceOfDemand) * sizeThinned[from] / thinned[from];
    }

    /** The points at or above a ratio; size and mass given that demand was at least that. */
    Beyond beyond(double ratio, double chanceOfDemand) {
        int from = first(ratio);
        var masses = new double[at.length - from];
        double above = Math.max(Double.MIN_NORMAL, this.above[from]);
        double thinned = Math.max(Double.MIN_NORMAL, this.thinned[from]);
        for (int i = from; i < at.length; i++) {
            double bySupply = mass[i] / (at[i] + ratios.unit()) / thinned;
            masses[i - from] = chanceOfDemand * mass[i] / above + (1 - chanceOfDemand) * bySupply;
        }
        return new Beyond(Arrays.copyOfRange(at, from, at.length), masses);
    }
}
