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
        if (model.trend() == Component.MULTIPLICATIVE && !(trend > 0)) {
            return true;
        }
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

    /*
     * The three loops below follow the forecast f (before the season) and the damped trend t to come, instead of level and trend: from
     * one error d to the next,
     *
     *   f' = (f + phi t) + (alpha + phi beta) d,   t' = phi t + phi beta d,
     *
     * which has fewer steps that wait for each other than the level and trend of the book.
     */

    private void runWithoutSeason() {
        double onForecast = alpha + phi * beta;
        double onTrend = phi * beta;
        double fade = phi;
        double enough = most;
        double t = phi * trend;
        double f = level + t;
        double squares = 0;
        double factors = 1;
        for (double y : values) {
            double faded = fade * t;
            double before = f;
            double d = y - f;
            f += faded;
            t = faded;
            if (!Double.isNaN(d)) {
                f += onForecast * d;
                t += onTrend * d;
                if (relative) {
                    d /= before;
                    factors = inRange(factors * Math.abs(before));
                }
                squares += d * d;
                if (squares > enough) {
                    break;
                }
            }
        }
        finish(f, squares, factors);
    }

    private void runAdditiveSeason() {
        double onForecast = alpha + phi * beta;
        double onTrend = phi * beta;
        double onSeason = gamma;
        double fade = phi;
        double enough = most;
        double[] s = seasons;
        double t = phi * trend;
        double f = level + t;
        double squares = 0;
        double factors = 1;
        int phase = 0;
        for (double y : values) {
            double season = s[phase];
            double faded = fade * t;
            double before = f + season;
            double d = y - season - f;
            f += faded;
            t = faded;
            if (!Double.isNaN(d)) {
                f += onForecast * d;
                t += onTrend * d;
                s[phase] = season + onSeason * d;
                if (relative) {
                    d /= before;
                    factors = inRange(factors * Math.abs(before));
                }
                squares += d * d;
                if (squares > enough) {
                    break;
                }
            }
            phase = phase + 1 == s.length ? 0 : phase + 1;
        }
        finish(f, squares, factors);
    }

    private void runMultiplicativeSeason() {
        double onForecast = alpha + phi * beta;
        double onTrend = phi * beta;
        double onSeason = gamma;
        double fade = phi;
        double enough = most;
        double[] s = seasons;
        double t = phi * trend;
        double f = level + t;
        double squares = 0;
        double factors = 1;
        int phase = 0;
        for (double y : values) {
            double season = s[phase];
            double faded = fade * t;
            double before = f;
            double d = y / season - f;
            f += faded;
            t = faded;
            if (!Double.isNaN(d)) {
                double change = d / before;
                f += onForecast * d;
                t += onTrend * d;
                s[phase] = season + onSeason * season * change;
                if (relative) {
                    d = change;
                    factors = inRange(factors * Math.abs(before * season));
                } else {
                    d *= season;
                }
                squares += d * d;
                if (squares > enough) {
                    break;
                }
            }
            phase = phase + 1 == s.length ? 0 : phase + 1;
        }
        finish(f, squares, factors);
    }

    /** States that ran away make every later error unknown, and would pass for gaps. */
    private void finish(double forecast, double squares, double factors) {
        sum = Double.isFinite(forecast) ? squares : Double.NaN;
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
            if (squares > most) {
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
