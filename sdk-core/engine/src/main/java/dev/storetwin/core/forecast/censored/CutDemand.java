package dev.storetwin.core.forecast.censored;

import dev.storetwin.core.numeric.Normal;
import java.util.Arrays;

/**
 * Demand as it must have been, if stock-outs had a certain cause.
 *
 * <p>How it works: expectation-maximisation. A period that ran out after selling something was either cut by a gap in the supply, and
 * then sold a share of its demand, the share being in one of a few bands; or it sold all that was there, and the stock follows a
 * log-normal distribution of which every period in stock says "at least this much" and every period out of stock says "this much".
 * The chance of the one or the other says how far a period counts as a lower bound of demand. A period that sold nothing counts as
 * unknown.
 *
 * <p>How well a cause explains the sales must not depend on a family that demand may not be of: the masses themselves are the
 * likelihood. It rests on what the causes promise. A gap in the supply leaves less than demand; a stock that is filled up by a rule
 * varies little, and no more than demand does. And once in as many periods as were seen, something may happen that never did.
 */
final class CutDemand {

    private static final int ROUNDS = 60;
    private static final double SETTLED = 1e-5;
    private static final double SETTLED_LIKELIHOOD = .01;
    private static final int BANDS = 4;
    private static final double FIRST_GUESS_OF_STOCK = 1.1;
    private static final double LEAST_LOG_VARIANCE = .01;
    private static final double MOST_LOG_VARIANCE = .12;
    private static final double SMALLEST = 1e-300;
    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

    private final Ratios ratios;
    private final Cause cause;
    private final Shape shape;
    private final double[] byDemand;
    private final double[] bands = new double[BANDS];
    private double gap;
    private double stockMean = StrictMath.log(FIRST_GUESS_OF_STOCK);
    private double stockDeviation = .3;
    private double logLikelihood;

    private CutDemand(Ratios ratios, Cause cause) {
        this.ratios = ratios;
        this.cause = cause;
        this.shape = new Shape(ratios);
        this.byDemand = new double[ratios.cut().length];
        Arrays.fill(byDemand, cause == Cause.SUPPLY ? 0 : 1);
        Arrays.fill(bands, 1.0 / BANDS);
        int telling = telling();
        this.gap = switch (cause) {
            case SUPPLY -> 1;
            case DEMAND -> 0;
            case EITHER -> .5 * telling / (telling + ratios.known().length);
        };
    }

    static CutDemand fit(Ratios ratios, Cause cause) {
        var fit = new CutDemand(ratios, cause);
        double mean = Double.NaN;
        double likelihood = Double.NaN;
        for (int round = 0; round < ROUNDS && !fit.isSettled(mean, likelihood); round++) {
            mean = fit.mean();
            likelihood = fit.logLikelihood;
            fit.weigh();
            if (cause != Cause.SUPPLY) {
                fit.shape.update(fit.byDemand);
            }
        }
        return fit;
    }

    private boolean isSettled(double mean, double likelihood) {
        return Math.abs(mean() - mean) < SETTLED && Math.abs(logLikelihood - likelihood) < SETTLED_LIKELIHOOD;
    }

    double mean() {
        return shape.mean();
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** Expected demand of a cut period, by its place among the cut ones. */
    double expected(int cut) {
        return shape.expectedBeyond(ratios.cut()[cut], byDemand[cut]);
    }

    /** What demand may have been in a cut period, by its place among the cut ones. */
    Beyond beyond(int cut) {
        return shape.beyond(ratios.cut()[cut], byDemand[cut]);
    }

    private int telling() {
        int telling = 0;
        for (double ratio : ratios.cut()) {
            telling += ratios.isTelling(ratio) ? 1 : 0;
        }
        return telling;
    }

    private void weigh() {
        logLikelihood = shape.logLikelihoodOfKnown();
        var stock = new Moments(StrictMath.log(FIRST_GUESS_OF_STOCK), stockDeviation);
        if (cause == Cause.SUPPLY) {
            countGaps();
        } else {
            learnFromKnown(stock);
        }
        var shares = new double[BANDS];
        double gaps = 0;
        for (int i = 0; i < byDemand.length; i++) {
            if (ratios.isTelling(ratios.cut()[i])) {
                gaps += weigh(i, shares, stock);
            } else {
                byDemand[i] = 0;
            }
        }
        for (int band = 0; band < BANDS; band++) {
            bands[band] = (shares[band] + 1) / (gaps + BANDS);
        }
        if (cause == Cause.EITHER) {
            gap = (gaps + .5) / (ratios.known().length + telling() + 1);
        }
        stockMean = stock.mean();
        double most = Math.min(MOST_LOG_VARIANCE, shape.varianceLog());
        stockDeviation = Math.sqrt(Math.max(LEAST_LOG_VARIANCE, Math.min(most, stock.variance())));
    }

    private void countGaps() {
        double known = ratios.known().length;
        double telling = telling();
        logLikelihood += known * StrictMath.log(known / (known + telling));
        logLikelihood += telling == 0 ? 0 : telling * StrictMath.log(telling / (known + telling));
    }

    /** Stock was at least what was sold. */
    private void learnFromKnown(Moments stock) {
        for (double ratio : ratios.known()) {
            double z = (ratios.log(ratio) - stockMean) / stockDeviation;
            double enough = Normal.cdf(-z);
            double hazard =
                    enough < 1e-9 ? z + 1 / Math.max(z, 1) : StrictMath.exp(-z * z / 2) / ROOT_OF_TWO_PI / enough;
            double variance = Math.max(0, 1 + z * hazard - hazard * hazard);
            stock.add(1, stockMean + stockDeviation * hazard, stockDeviation * stockDeviation * variance);
            logLikelihood += StrictMath.log(Math.max(SMALLEST, enough * (1 - gap)));
        }
    }

    /** The chance that a gap in the supply was the cause. */
    private double weigh(int cut, double[] shares, Moments stock) {
        double ratio = ratios.cut()[cut];
        double log = ratios.log(ratio);
        double z = (log - stockMean) / stockDeviation;
        double soldOut = StrictMath.exp(-z * z / 2) / (stockDeviation * ROOT_OF_TWO_PI * ratio);
        soldOut *= shape.probabilityAbove(ratio);
        var part = new double[BANDS];
        double cutShort = 0;
        for (int band = 0; band < BANDS; band++) {
            double density = shape.densityOfPart(ratio, (double) band / BANDS, (band + 1.0) / BANDS);
            part[band] = bands[band] * density;
            cutShort += part[band];
        }
        double likelihood = gap * cutShort + (1 - gap) * soldOut;
        double unheardOf = 1 / ((ratios.known().length + 1) * (1 + ratio) * (1 + ratio));
        logLikelihood += StrictMath.log(likelihood + unheardOf);
        double chance = cause == Cause.SUPPLY ? 1 : gap * cutShort / (likelihood + SMALLEST);
        for (int band = 0; band < BANDS && cutShort > 0; band++) {
            shares[band] += chance * part[band] / cutShort;
        }
        byDemand[cut] = 1 - chance;
        stock.add(1 - chance, log, 0);
        return chance;
    }

    /** Mean and variance of weighted values of which some are themselves uncertain, beginning with one guess. */
    private static final class Moments {

        private double weights = 1;
        private double sum;
        private double squares;

        Moments(double mean, double deviation) {
            this.sum = mean;
            this.squares = mean * mean + deviation * deviation;
        }

        void add(double weight, double value, double variance) {
            weights += weight;
            sum += weight * value;
            squares += weight * (value * value + variance);
        }

        double mean() {
            return sum / weights;
        }

        double variance() {
            return squares / weights - mean() * mean();
        }
    }
}
