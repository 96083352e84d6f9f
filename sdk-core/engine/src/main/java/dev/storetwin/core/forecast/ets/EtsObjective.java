package dev.storetwin.core.forecast.ets;

import dev.storetwin.core.numeric.NelderMead;

/**
 * How badly a model fits, as a function of its smoothing parameters and first states.
 *
 * <p>A point is alpha, beta, gamma, phi (those that the model has), level, trend, and the first seasons backwards from the last of the
 * cycle to the second; the first one follows from their sum.
 *
 * <p>This is the inner loop of everything here, so it allocates nothing and takes no logarithm on the way: the product of the forecasts
 * is kept in range by taking out powers of two. An evaluation ends early once its sum of squares alone proves it no better than the
 * limit. With additive errors that is plain. With relative errors e the forecasts are y / (1 + e), and by Jensen's inequality their
 * logarithms sum up to at least those of the values less n log(1 + u), u the root mean square of e; so the criterion is at least
 * n log(n u^2 / (1 + u)^2) plus twice the sum of the logarithms of the values, which grows with u.
 */
final class EtsObjective implements NelderMead.Function {

    /** Better is no fit: errors of zero would be infinitely likely. */
    private static final double LOWEST = -1e10;

    /** The limit is crossed by more than rounding. */
    private static final double SURELY = 1 + 1e-9;

    private static final double LARGE = 1e100;
    private static final double SMALL = 1e-100;
    private static final double LOG_2 = StrictMath.log(2);

    private final double[] values;
    private final EtsModel model;
    private final Criterion criterion;
    private final boolean relative;
    private final int known;
    private final double logOfValues;
    private final AdmissibleRegion region;
    private final double[] seasons;

    private double alpha;
    private double beta;
    private double gamma;
    private double phi;
    private double level;
    private double trend;
    private double most;

    private double sum;
    private double product;
    private long exponent;

    EtsObjective(double[] values, int period, EtsModel model, Criterion criterion) {
        this.values = values;
        this.model = model;
        this.criterion = criterion;
        this.relative = criterion == Criterion.LIKELIHOOD && model.error() == Component.MULTIPLICATIVE;
        this.region = new AdmissibleRegion(period);
        this.seasons = new double[model.hasSeason() ? period : 0];
        int count = 0;
        double logs = 0;
        for (double it : values) {
            if (!Double.isNaN(it)) {
                count++;
                logs += relative ? StrictMath.log(it) : 0;
            }
        }
        this.known = count;
        this.logOfValues = logs;
    }

    /** Squares of errors, relative or not, summed up by the last evaluation. */
    double sumOfSquares() {
        return sum;
    }

    @Override
    public double at(double[] x, double limit) {
        read(x);
        if (!AdmissibleRegion.isUsual(model, alpha, beta, gamma, phi) || hasNegativeFactor()) {
            return Double.POSITIVE_INFINITY;
        }
        most = mostSquares(limit);
        run();
        if (sum > most) {
            return Math.max(limit, LOWEST);
        }
        double value = value();
        return value < limit && !isStable() ? Double.POSITIVE_INFINITY : value;
    }

    Smoothing smoothing(double[] x) {
        read(x);
        return new Smoothing(alpha, beta, gamma, phi);
    }

    Smoother start(double[] x) {
        return new Smoother(model, smoothing(x), level, trend, seasons);
    }

    double[] point(Smoothing smoothing, StartingValues states) {
        int period = states.seasons.length;
        var x = new double[model.freeParameters(period)];
        int i = 0;
        x[i++] = smoothing.alpha();
        if (model.hasTrend()) {
            x[i++] = smoothing.beta();
        }
        if (model.hasSeason()) {
            x[i++] = smoothing.gamma();
        }
        if (model.damped()) {
            x[i++] = smoothing.phi();
        }
        x[i++] = states.level;
        if (model.hasTrend()) {
            x[i++] = states.trend;
        }
        for (int phase = period - 1; phase > 0; phase--) {
            x[i++] = states.seasons[phase];
        }
        return x;
    }

    private void read(double[] x) {
        int i = 0;
        alpha = x[i++];
        beta = model.hasTrend() ? x[i++] : 0;
        gamma = model.hasSeason() ? x[i++] : 0;
        phi = model.damped() ? x[i++] : 1;
        level = x[i++];
        trend = model.hasTrend() ? x[i++] : 0;
        if (model.hasSeason()) {
            double total = 0;
            for (int phase = seasons.length - 1; phase > 0; phase--) {
                seasons[phase] = x[i++];
                total += seasons[phase];
            }
            seasons[0] = (model.season() == Component.MULTIPLICATIVE ? seasons.length : 0) - total;
        }
    }

    private boolean hasNegativeFactor() {
        if (model.season() == Component.MULTIPLICATIVE) {
            for (double it : seasons) {
                if (it < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isStable() {
        return !model.hasTrend() || !model.hasSeason() || region.isStable(alpha, beta, gamma, phi);
    }

    private double mostSquares(double limit) {
        if (limit >= Double.MAX_VALUE || known == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (criterion == Criterion.SQUARED_ERROR) {
            return limit * known * SURELY;
        }
        if (!relative) {
            return StrictMath.exp(limit / known) * SURELY;
        }
        double share = Math.sqrt(StrictMath.exp((limit - 2 * logOfValues) / known) / known) * SURELY;
        double u = share / (1 - share);
        return share < 1 ? known * u * u * SURELY : Double.POSITIVE_INFINITY;
    }

    private double value() {
        if (criterion == Criterion.SQUARED_ERROR) {
            return sum / known;
        }
        double value = known * StrictMath.log(sum);
        if (relative) {
            value += 2 * (StrictMath.log(product) + exponent * LOG_2);
        }
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.max(LOWEST, value);
    }

    private void run() {
        product = 1;
        exponent = 0;
        if (model.trend() == Component.MULTIPLICATIVE) {
            runMultiplicativeTrend();
            return;
        }
        switch (model.season()) {
            case NONE -> runWithoutSeason();
            case ADDITIVE -> runAdditiveSeason();
            case MULTIPLICATIVE -> runMultiplicativeSeason();
        }
    }

    private void runWithoutSeason() {
        double l = level;
        double b = trend;
        double squares = 0;
        double factors = 1;
        for (double y : values) {
            double faded = phi * b;
            double f = l + faded;
            double d = Double.isNaN(y) ? 0 : y - f;
            l = f + alpha * d;
            b = faded + beta * d;
            if (relative && !Double.isNaN(y)) {
                d /= f;
                factors = inRange(factors * Math.abs(f));
            }
            squares += d * d;
            if (squares > most) {
                break;
            }
        }
        sum = squares;
        product = factors;
    }

    private void runAdditiveSeason() {
        double[] s = seasons;
        double l = level;
        double b = trend;
        double squares = 0;
        double factors = 1;
        int phase = 0;
        for (double y : values) {
            double faded = phi * b;
            double q = l + faded;
            double f = q + s[phase];
            double d = Double.isNaN(y) ? 0 : y - f;
            l = q + alpha * d;
            b = faded + beta * d;
            s[phase] += gamma * d;
            phase = phase + 1 == s.length ? 0 : phase + 1;
            if (relative && !Double.isNaN(y)) {
                d /= f;
                factors = inRange(factors * Math.abs(f));
            }
            squares += d * d;
            if (squares > most) {
                break;
            }
        }
        sum = squares;
        product = factors;
    }

    private void runMultiplicativeSeason() {
        double[] s = seasons;
        double l = level;
        double b = trend;
        double squares = 0;
        double factors = 1;
        int phase = 0;
        for (double y : values) {
            double season = s[phase];
            double faded = phi * b;
            double q = l + faded;
            double f = q * season;
            double d = 0;
            if (!Double.isNaN(y)) {
                double surprise = y / season - q;
                double change = surprise / q;
                l = q + alpha * surprise;
                b = faded + beta * surprise;
                s[phase] = season + gamma * season * change;
                if (relative) {
                    d = change;
                    factors = inRange(factors * Math.abs(f));
                } else {
                    d = y - f;
                }
            } else {
                l = q;
                b = faded;
            }
            phase = phase + 1 == s.length ? 0 : phase + 1;
            squares += d * d;
            if (squares > most) {
                break;
            }
        }
        sum = squares;
        product = factors;
    }

    /** Not among the models that are tried by themselves, so plainness goes before speed. */
    private void runMultiplicativeTrend() {
        var smoother = new Smoother(model, new Smoothing(alpha, beta, gamma, phi), level, trend, seasons);
        double squares = 0;
        for (double y : values) {
            double f = smoother.forecast();
            if (!Double.isNaN(y)) {
                double d = relative ? (y - f) / f : y - f;
                product = inRange(product * Math.abs(f));
                squares += d * d;
            }
            smoother.see(y);
            if (squares > most || Double.isNaN(f) || smoother.trend() < 0) {
                squares = Double.isNaN(f) || smoother.trend() < 0 ? Double.NaN : squares;
                break;
            }
        }
        sum = squares;
    }

    private double inRange(double factors) {
        return factors < LARGE && factors > SMALL ? factors : withoutPowerOfTwo(factors);
    }

    private double withoutPowerOfTwo(double factors) {
        int power = Math.getExponent(factors);
        exponent += power;
        return Math.scalb(factors, -power);
    }
}
