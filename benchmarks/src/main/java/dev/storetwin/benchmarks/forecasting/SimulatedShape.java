package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.random.Binomial;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.List;

/**
 * What a simulated series does. A path of what is expected is made first: level, drift and seasons. Around it lies noise in
 * proportion, or counts.
 */
enum SimulatedShape {
    LEVEL(0, 1, 0),
    TREND(1, 1, 0),
    DAMPED_TREND(1, .9, 0),
    ADDITIVE_SEASONS(0, 1, 1),
    MULTIPLICATIVE_SEASONS(1, 1, 1),
    BREAKS(0, 1, .5),
    RANDOM_WALK(0, 1, 0);

    private static final Draws DRAWS = Draws.of(20_260_301);
    /** Trials so many that a binomial draw is one of Poisson. */
    private static final long MANY = 1_000_000_000;

    private final double drift;
    private final double damping;
    private final double seasonality;

    SimulatedShape(double drift, double damping, double seasonality) {
        this.drift = drift;
        this.damping = damping;
        this.seasonality = seasonality;
    }

    /** Positive values; whole ones, of tens, when they are counted. */
    double[] values(String family, int index, int length, boolean counted, List<Integer> seasons) {
        var draw = DRAWS.keyed("simulated", family, index);
        double base = counted ? 5 + 45 * draw.nextDouble() : 1_000 * StrictMath.exp(draw.nextGaussian());
        double noise = .02 + .13 * draw.nextDouble();
        var path = path(draw, length);
        var season = season(draw, length, seasons);
        var values = new double[length];
        for (int i = 0; i < length; i++) {
            double swing = this == MULTIPLICATIVE_SEASONS ? path[i] * season[i] : season[i];
            double expected = base * Math.max(.02, path[i] + swing);
            values[i] = counted ? counted(expected, draw) : expected * StrictMath.exp(noise * draw.nextGaussian());
        }
        return values;
    }

    private static double counted(double expected, Draw draw) {
        return Binomial.draw(MANY, expected / MANY, draw);
    }

    /** Level by period, 1 at first. */
    private double[] path(Draw draw, int length) {
        var path = new double[length];
        double level = 1;
        double slope = drift * (draw.nextDouble() - .3) * (damping < 1 ? .1 : 1.5 / length);
        double wander = this == RANDOM_WALK ? .05 : .003;
        double breaks = this == BREAKS ? 2.0 / length : 0;
        for (int i = 0; i < length; i++) {
            path[i] = level;
            level += slope + wander * draw.nextGaussian();
            slope = damping * slope + (damping < 1 ? .01 * draw.nextGaussian() : 0);
            level *= draw.nextBoolean(breaks) ? .6 + draw.nextDouble() : 1;
            level = Math.max(.1, level);
        }
        return path;
    }

    /** Sum over seasons of a smooth wave and what each place in it has of its own. */
    private double[] season(Draw draw, int length, List<Integer> periods) {
        var season = new double[length];
        for (int period : periods) {
            double strength = seasonality * (.1 + .3 * draw.nextDouble()) / Math.sqrt(periods.size());
            var places = new double[period];
            for (int i = 0; i < period; i++) {
                places[i] = strength * (StrictMath.sin(2 * Math.PI * i / period) + .3 * draw.nextGaussian());
            }
            for (int i = 0; i < length; i++) {
                season[i] += places[i % period];
            }
        }
        return season;
    }
}
