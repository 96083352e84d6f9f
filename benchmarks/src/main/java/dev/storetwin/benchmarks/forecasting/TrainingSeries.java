package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.random.Binomial;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/**
 * Made-up series that differ in as many ways as possible: every part of a series (level, trend, breaks, seasons, noise, counting) is
 * drawn for itself, so that the parts meet in all combinations.
 */
final class TrainingSeries {

    /** Trials so many that a binomial draw is one of Poisson. */
    private static final long MANY = 1_000_000_000;

    private static final double LOWEST = .02;

    private final Draw draw;
    private final int length;

    private TrainingSeries(Draw draw, int length) {
        this.draw = draw;
        this.length = length;
    }

    /**
     * How often a series is counted, and how much is seen of it.
     *
     * @param horizon  how many periods are foretold, on top of the length
     * @param shortest number of periods seen
     */
    private record Pace(String name, Seasonality seasons, int horizon, int shortest, int longest) {

        int length(Draw draw) {
            return (int) (shortest * StrictMath.pow((double) longest / shortest, draw.nextDouble()));
        }
    }

    private static final List<Pace> PACES = List.of(
            new Pace("yearly", Seasonality.NONE, 6, 12, 80),
            new Pace("quarterly", Seasonality.of(4), 8, 16, 160),
            new Pace("monthly", Seasonality.of(12), 18, 30, 300),
            new Pace("weekly", Seasonality.of(52), 13, 80, 500),
            new Pace("plain weekly", Seasonality.NONE, 13, 80, 2_700),
            new Pace("daily", Seasonality.of(7), 14, 40, 600),
            new Pace("hourly", Seasonality.of(24), 48, 100, 500),
            new Pace("hourly by week", Seasonality.of(24, 168), 48, 400, 700));

    /** A series with the periods to be foretold at its end. */
    record Example(String pace, TimeSeries series, int horizon) {}

    /** The paces go round with the index. */
    static Example of(Draws draws, int index) {
        var pace = PACES.get(index % PACES.size());
        var draw = draws.keyed("training", pace.name(), index);
        int length = pace.length(draw) + pace.horizon();
        var values = new TrainingSeries(draw, length).values(pace.seasons().periods());
        var series =
                TimeSeries.of("%s %05d".formatted(pace.name(), index), values).withSeasonality(pace.seasons());
        return new Example(pace.name(), series, pace.horizon());
    }

    private double[] values(List<Integer> periods) {
        boolean counted = draw.nextBoolean(.25);
        double base = counted ? 5 * StrictMath.exp(3 * draw.nextDouble()) : 1_000 * StrictMath.exp(draw.nextGaussian());
        var level = level();
        var season = season(periods);
        boolean multiplied = draw.nextBoolean(.5);
        var noise = noise();
        boolean inProportion = draw.nextBoolean(.6);
        var values = new double[length];
        for (int i = 0; i < length; i++) {
            double expected = Math.max(LOWEST, level[i] + season[i] * (multiplied ? level[i] : 1));
            double surprise = noise[i] * (inProportion ? expected : 1);
            double value = base * Math.max(LOWEST, expected + surprise);
            values[i] = counted ? Binomial.draw(MANY, value / MANY, draw) : value;
        }
        return values;
    }

    /** Around 1 at first: a line, a damped or wandering slope, growth in proportion, a walk, a memory that fades, breaks. */
    private double[] level() {
        double slope = draw.nextBoolean(.6) ? 2 * draw.nextGaussian() / length : 0;
        double damping = draw.nextBoolean(.4) ? .8 + .19 * draw.nextDouble() : 1;
        double slopeWander = draw.nextBoolean(.3) ? .01 * draw.nextDouble() : 0;
        double wander = draw.nextBoolean(.6) ? .08 * draw.nextDouble() * draw.nextDouble() : 0;
        double home = draw.nextBoolean(.2) ? .02 + .2 * draw.nextDouble() : 0;
        double breaks = draw.nextBoolean(.2) ? 2.0 / length : 0;
        boolean growing = draw.nextBoolean(.3);
        if (damping < 1) {
            slope = .1 * draw.nextGaussian();
        }
        var level = new double[length];
        double now = 1;
        for (int i = 0; i < length; i++) {
            level[i] = now;
            double step = slope + wander * draw.nextGaussian() + home * (1 - now);
            now += growing ? step * now : step;
            slope = damping * slope + slopeWander * draw.nextGaussian();
            slope += draw.nextBoolean(breaks) ? draw.nextGaussian() / length : 0;
            now *= draw.nextBoolean(breaks) ? .5 + draw.nextDouble() : 1;
            now = Math.max(.1, now);
        }
        return level;
    }

    /** Sum over seasons of a wave and what each place in it has of its own; it may change slowly. */
    private double[] season(List<Integer> periods) {
        var season = new double[length];
        for (int period : periods) {
            if (period == 1 || draw.nextBoolean(.25)) {
                continue;
            }
            double strength = .4 * draw.nextDouble() / Math.sqrt(periods.size());
            double own = draw.nextDouble();
            double change = draw.nextBoolean(.4) ? .1 * draw.nextDouble() * strength : 0;
            double phase = draw.nextDouble();
            var places = new double[period];
            for (int i = 0; i < period; i++) {
                double wave = StrictMath.sin(2 * Math.PI * ((double) i / period + phase));
                places[i] = strength * (wave + own * draw.nextGaussian());
            }
            for (int i = 0; i < length; i++) {
                season[i] += places[i % period];
                places[i % period] += change * draw.nextGaussian();
            }
        }
        return season;
    }

    /** Surprises: normal, with heavy tails or with outliers; with memory of the last one or none. */
    private double[] noise() {
        double deviation = StrictMath.exp(-6.2 + 4.4 * draw.nextDouble());
        boolean heavy = draw.nextBoolean(.25);
        double outliers = draw.nextBoolean(.2) ? .01 : 0;
        double memory = draw.nextBoolean(.4) ? 1.6 * draw.nextDouble() - .7 : 0;
        double echo = draw.nextBoolean(.3) ? 1.6 * draw.nextDouble() - .8 : 0;
        var noise = new double[length];
        double last = 0;
        double before = 0;
        for (int i = 0; i < length; i++) {
            double shock = deviation * draw.nextGaussian() / (heavy ? Math.sqrt(chiSquareOfThree() / 3) : 1);
            noise[i] = memory * before + shock + echo * last;
            before = noise[i];
            last = shock;
            noise[i] += draw.nextBoolean(outliers) ? 6 * deviation * draw.nextGaussian() : 0;
        }
        return noise;
    }

    private double chiSquareOfThree() {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double x = draw.nextGaussian();
            sum += x * x;
        }
        return sum;
    }
}
