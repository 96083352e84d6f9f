package dev.storetwin.core.pricing.elasticity;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** A regressor beside the price: what it is worth in each row of a case. */
interface Term {

    double[] values(SeriesCase of);

    /** The given columns that it is made of. */
    default IntStream columns() {
        return IntStream.empty();
    }

    /** One of the given columns. */
    record Given(int column) implements Term {
        @Override
        public IntStream columns() {
            return IntStream.of(column);
        }

        @Override
        public double[] values(SeriesCase of) {
            return of.control(column);
        }
    }

    /** One where a given column is unknown, else zero. */
    record Unknown(int column) implements Term {
        @Override
        public IntStream columns() {
            return IntStream.of(column);
        }

        @Override
        public double[] values(SeriesCase of) {
            return Arrays.stream(of.series().controls()[column])
                    .map(it -> Double.isNaN(it) ? 1 : 0)
                    .toArray();
        }
    }

    /** One where a code is this one, else zero. */
    record Coded(int column, double code) implements Term {
        @Override
        public IntStream columns() {
            return IntStream.of(column);
        }

        @Override
        public double[] values(SeriesCase of) {
            return Arrays.stream(of.series().controls()[column])
                    .map(it -> it == code ? 1 : 0)
                    .toArray();
        }
    }

    /** The product of two given columns, each from its mean; of one with itself, its square. */
    record Product(int one, int other) implements Term {
        @Override
        public double[] values(SeriesCase of) {
            var left = centred(of.control(one));
            var right = centred(of.control(other));
            for (int row = 0; row < left.length; row++) {
                left[row] *= right[row];
            }
            return left;
        }

        private static double[] centred(double[] column) {
            double mean = Arrays.stream(column).average().orElse(0);
            return Arrays.stream(column).map(it -> it - mean).toArray();
        }
    }

    /** A wave over the numbers of a cycle, such as the weeks of a year. */
    record Wave(int column, double length, int order, boolean cosine) implements Term {
        @Override
        public double[] values(SeriesCase of) {
            return Arrays.stream(of.control(column))
                    .map(it -> 2 * Math.PI * order * it / length)
                    .map(it -> cosine ? StrictMath.cos(it) : StrictMath.sin(it))
                    .toArray();
        }
    }

    /** The period itself. */
    record Trend() implements Term {
        @Override
        public double[] values(SeriesCase of) {
            return Arrays.stream(of.series().periods())
                    .mapToDouble(it -> it - of.series().periods()[0])
                    .toArray();
        }
    }

    /** What a machine learned from other periods, by name of the series. */
    record Learned(Map<String, double[]> predictions) implements Term {
        @Override
        public double[] values(SeriesCase of) {
            return predictions.getOrDefault(of.name(), new double[of.size()]);
        }
    }
}
