package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;

/** Positive series of all sorts: with and without trend and season, noise that grows with the level or does not. */
final class MadeUpSeries {

    private static final Draws DRAWS = Draws.of(1);

    private MadeUpSeries() {}

    static double[] of(int index, int length, int season) {
        var draw = DRAWS.keyed("made-up", "series", index);
        double level = 100 * StrictMath.exp(1.5 * draw.nextGaussian());
        double growth = draw.nextBoolean(.5) ? .006 * draw.nextGaussian() : 0;
        double noise = .02 + .15 * draw.nextDouble();
        double memory = draw.nextDouble();
        boolean relative = draw.nextBoolean(.5);
        var wave = wave(draw, draw.nextBoolean(.7) ? season : 1);
        double first = level;
        var values = new double[length];
        for (int i = 0; i < length; i++) {
            double scale = relative ? level : first;
            double surprise = noise * scale * draw.nextGaussian();
            double swing = wave[i % wave.length] * scale;
            values[i] = Math.max(.01 * first, level + swing + surprise);
            level = Math.max(.05 * first, level + growth * scale + .3 * memory * surprise);
        }
        return values;
    }

    private static double[] wave(Draw draw, int season) {
        var wave = new double[season];
        if (season > 1) {
            double strength = .05 + .3 * draw.nextDouble();
            for (int i = 0; i < season; i++) {
                wave[i] = strength * (StrictMath.sin(2 * Math.PI * i / season) + .4 * draw.nextGaussian());
            }
        }
        return wave;
    }
}
