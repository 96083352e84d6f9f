package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.features.SeriesFeatures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns from lessons how much to trust each method on a series that looks so: the softmax of a weighted sum of standardised features
 * that makes the weighted median of the forecasts cost least, with a penalty on the squares of the weights (ridge). The descent is that
 * of Adam (Kingma and Ba 2015) over all lessons at once, so there is no chance in it.
 */
final class CombinationLearner {

    private static final double FEW = .001;
    private static final int DIGITS = 6;
    private static final double TRUSTED = 1;
    private static final double DOUBTED = -1;

    private final List<String> methods;
    private final int yardsticks;
    private final double ridge;
    private final int rounds;

    /**
     * Settings of a training.
     *
     * @param methods    whose forecasts the lessons hold, in that order
     * @param yardsticks how many of them are trusted at first
     * @param ridge      penalty on squares of weights, in costs of a lesson
     * @param rounds     of the descent
     */
    CombinationLearner(List<String> methods, int yardsticks, double ridge, int rounds) {
        this.methods = List.copyOf(methods);
        this.yardsticks = yardsticks;
        this.ridge = ridge;
        this.rounds = rounds;
    }

    /** The weights, as the text that {@code MethodWeights} reads. */
    String learn(List<Lesson> all, String provenance) {
        var ranges = ranges(all);
        var lessons = all.stream()
                .filter(it -> isSeen(it.features().toArray(), ranges))
                .toList();
        var inputs = lessons.stream()
                .map(it -> standardised(it.features().toArray(), ranges))
                .toArray(double[][]::new);
        var steps = lessons.stream().map(it -> it.steps(yardsticks)).toList();
        return text(provenance, ranges, descend(inputs, steps));
    }

    /**
     * Of a feature in the lessons.
     *
     * @param least  but for the few that are lowest
     * @param most   but for the few that are highest
     * @param spread standard deviation, above 0
     */
    private record Range(double least, double most, double centre, double spread) {

        static Range of(double[] values) {
            Arrays.sort(values);
            int few = (int) (FEW * values.length);
            double centre = Arrays.stream(values).average().orElse(0);
            double variance = Arrays.stream(values)
                    .map(it -> (it - centre) * (it - centre))
                    .average()
                    .orElse(0);
            double spread = variance > 0 ? rounded(Math.sqrt(variance)) : 1;
            return new Range(values[few], values[values.length - 1 - few], rounded(centre), spread);
        }
    }

    private static List<Range> ranges(List<Lesson> lessons) {
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < SeriesFeatures.NAMES.size(); i++) {
            int feature = i;
            ranges.add(Range.of(lessons.stream()
                    .mapToDouble(it -> it.features().toArray()[feature])
                    .toArray()));
        }
        return ranges;
    }

    private static boolean isSeen(double[] features, List<Range> ranges) {
        for (int i = 0; i < features.length; i++) {
            if (features[i] < ranges.get(i).least()
                    || features[i] > ranges.get(i).most()) {
                return false;
            }
        }
        return true;
    }

    /** One number more than features, always 1: it carries the bias. */
    private static double[] standardised(double[] features, List<Range> ranges) {
        var inputs = Arrays.copyOf(features, features.length + 1);
        for (int i = 0; i < features.length; i++) {
            inputs[i] = (features[i] - ranges.get(i).centre()) / ranges.get(i).spread();
        }
        inputs[features.length] = 1;
        return inputs;
    }

    /** Weights by method and input. */
    private double[][] descend(double[][] inputs, List<List<LessonStep>> steps) {
        int bias = SeriesFeatures.NAMES.size();
        var weights = new double[methods.size()][bias + 1];
        for (int method = 0; method < weights.length; method++) {
            weights[method][bias] = method < yardsticks ? TRUSTED : DOUBTED;
        }
        var descent = new Adam(weights, rounds);
        for (int round = 0; round < rounds; round++) {
            var gradient = gradient(weights, inputs, steps);
            for (int method = 0; method < weights.length; method++) {
                for (int i = 0; i < bias; i++) {
                    gradient[method][i] += ridge * weights[method][i];
                }
            }
            descent.step(gradient);
        }
        return weights;
    }

    private static double[][] gradient(double[][] weights, double[][] inputs, List<List<LessonStep>> steps) {
        var gradient = new double[weights.length][weights[0].length];
        for (int lesson = 0; lesson < inputs.length; lesson++) {
            var shares = shares(weights, inputs[lesson]);
            var byShare = new double[shares.length];
            for (var step : steps.get(lesson)) {
                step.learn(shares, byShare);
            }
            double mean = dot(shares, byShare);
            for (int method = 0; method < shares.length; method++) {
                double byScore = shares[method] * (byShare[method] - mean) / inputs.length;
                for (int i = 0; i < inputs[lesson].length; i++) {
                    gradient[method][i] += byScore * inputs[lesson][i];
                }
            }
        }
        return gradient;
    }

    private static double[] shares(double[][] weights, double[] inputs) {
        var shares = new double[weights.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int method = 0; method < shares.length; method++) {
            shares[method] = dot(weights[method], inputs);
            highest = Math.max(highest, shares[method]);
        }
        double sum = 0;
        for (int method = 0; method < shares.length; method++) {
            shares[method] = StrictMath.exp(shares[method] - highest);
            sum += shares[method];
        }
        for (int method = 0; method < shares.length; method++) {
            shares[method] /= sum;
        }
        return shares;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private String text(String provenance, List<Range> ranges, double[][] weights) {
        var lines = new ArrayList<String>();
        lines.add("storetwin-weights 1");
        lines.add("provenance " + provenance);
        lines.add("methods " + String.join(" ", methods));
        for (int i = 0; i < ranges.size(); i++) {
            var range = ranges.get(i);
            lines.add("feature %s %s %s %s %s"
                    .formatted(
                            SeriesFeatures.NAMES.get(i), range.least(), range.most(), range.centre(), range.spread()));
        }
        for (int method = 0; method < weights.length; method++) {
            lines.add("bias %s %s".formatted(methods.get(method), rounded(weights[method][ranges.size()])));
            for (int i = 0; i < ranges.size(); i++) {
                var feature = SeriesFeatures.NAMES.get(i);
                lines.add("weight %s %s %s".formatted(methods.get(method), feature, rounded(weights[method][i])));
            }
        }
        lines.add("end");
        return String.join("\n", lines) + "\n";
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }

    /** Steps that are large where the slope has been steady, and shrink to nothing by the last round. */
    private static final class Adam {

        private static final double FIRST_STEP = .05;
        private static final double MEMORY = .9;
        private static final double LONG_MEMORY = .999;
        private static final double LEAST = 1e-8;

        private final double[][] weights;
        private final double[][] slopes;
        private final double[][] squares;
        private final int rounds;
        private int round;
        private double forgotten = 1;
        private double longForgotten = 1;

        Adam(double[][] weights, int rounds) {
            this.weights = weights;
            this.slopes = new double[weights.length][weights[0].length];
            this.squares = new double[weights.length][weights[0].length];
            this.rounds = rounds;
        }

        void step(double[][] gradient) {
            round++;
            forgotten *= MEMORY;
            longForgotten *= LONG_MEMORY;
            double step = FIRST_STEP * (1 - round / (rounds + 1.0));
            for (int row = 0; row < weights.length; row++) {
                for (int i = 0; i < weights[row].length; i++) {
                    double slope = gradient[row][i];
                    slopes[row][i] = MEMORY * slopes[row][i] + (1 - MEMORY) * slope;
                    squares[row][i] = LONG_MEMORY * squares[row][i] + (1 - LONG_MEMORY) * slope * slope;
                    double size = Math.sqrt(squares[row][i] / (1 - longForgotten)) + LEAST;
                    weights[row][i] -= step * slopes[row][i] / (1 - forgotten) / size;
                }
            }
        }
    }
}
