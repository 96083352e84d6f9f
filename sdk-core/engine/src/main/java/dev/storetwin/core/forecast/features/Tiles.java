package dev.storetwin.core.forecast.features;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** A series cut into pieces of one length; what is left over at the beginning is not looked at. */
final class Tiles {

    private Tiles() {}

    static double[] means(double[] values, int length) {
        return each(values, length, tile -> Arrays.stream(tile).average().orElse(0));
    }

    static double[] variances(double[] values, int length) {
        return each(values, length, Tiles::variance);
    }

    private static double[] each(double[] values, int length, ToDoubleFunction<double[]> what) {
        int count = values.length / length;
        int start = values.length - count * length;
        var answers = new double[count];
        for (int i = 0; i < count; i++) {
            answers[i] = what.applyAsDouble(Arrays.copyOfRange(values, start + i * length, start + (i + 1) * length));
        }
        return answers;
    }

    /** 0 without values. */
    static double variance(double[] values) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double step = values[i] - mean;
            mean += step / (i + 1);
            squares += step * (values[i] - mean);
        }
        return values.length == 0 ? 0 : squares / values.length;
    }
}
