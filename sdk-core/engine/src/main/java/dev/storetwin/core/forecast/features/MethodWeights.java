package dev.storetwin.core.forecast.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much to trust each method on a series that looks so: softmax of a weighted sum of its features, learned from series whose
 * continuation was known (feature-based forecast model averaging, Montero-Manso, Athanasopoulos, Hyndman and Talagala 2020).
 *
 * <p>As a text of words parted by blanks: {@code storetwin-weights 1}; {@code provenance ...}; {@code methods a b ...}; for each feature
 * {@code feature name least most centre spread}, the range and the scale of its training; for each method {@code bias a x} and
 * {@code weight a name x}, absent ones 0; {@code end}.
 */
public final class MethodWeights {

    private static final String FIRST_LINE = "storetwin-weights 1";
    private static final String LAST_LINE = "end";

    private final String provenance;
    private final List<String> methods;
    private final List<Input> inputs;
    private final double[] biases;
    private final double[][] weights;

    private MethodWeights(
            String provenance, List<String> methods, List<Input> inputs, double[] biases, double[][] weights) {
        this.provenance = provenance;
        this.methods = List.copyOf(methods);
        this.inputs = List.copyOf(inputs);
        this.biases = biases;
        this.weights = weights;
    }

    /**
     * A feature that counts.
     *
     * @param least  that was seen in training
     * @param most   that was seen in training
     * @param centre taken away first
     * @param spread divided by then, above 0
     */
    private record Input(String name, double least, double most, double centre, double spread) {

        static Input of(String[] words) {
            var input = new Input(
                    words[1],
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]),
                    Double.parseDouble(words[5]));
            if (!SeriesFeatures.NAMES.contains(input.name) || !(input.spread > 0) || !(input.least <= input.most)) {
                throw new IllegalArgumentException(
                        "%s is no feature with a range and a spread above 0.".formatted(input));
            }
            return input;
        }

        boolean hasSeen(double value) {
            return least <= value && value <= most;
        }
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when the text is none, or was cut off
     */
    public static MethodWeights parse(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 3
                || !lines.get(0).equals(FIRST_LINE)
                || !lines.get(lines.size() - 1).equals(LAST_LINE)) {
            throw new IllegalArgumentException(
                    "These are no weights of methods: they do not begin with '%s' or end with '%s'."
                            .formatted(FIRST_LINE, LAST_LINE));
        }
        try {
            return read(lines.subList(1, lines.size() - 1));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException("A line of the weights of methods cannot be read.", damaged);
        }
    }

    private static MethodWeights read(List<String> lines) {
        var provenance = "";
        var methods = List.<String>of();
        var inputs = new ArrayList<Input>();
        for (var line : lines) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "provenance" -> provenance = line.substring(words[0].length() + 1);
                case "methods" -> methods = List.of(words).subList(1, words.length);
                case "feature" -> inputs.add(Input.of(words));
                default -> {}
            }
        }
        var biases = new double[methods.size()];
        var weights = new double[methods.size()][inputs.size()];
        var names = inputs.stream().map(Input::name).toList();
        for (var line : lines) {
            var words = line.split(" ", -1);
            if (words[0].equals("bias")) {
                biases[methods.indexOf(words[1])] = Double.parseDouble(words[2]);
            } else if (words[0].equals("weight")) {
                weights[methods.indexOf(words[1])][names.indexOf(words[2])] = Double.parseDouble(words[3]);
            }
        }
        return new MethodWeights(provenance, methods, inputs, biases, weights);
    }

    /** What it was learned from, in words. */
    public String provenance() {
        return provenance;
    }

    /** Names of the methods, in the order of the weights. */
    public List<String> methods() {
        return methods;
    }

    /**
     * One weight per method, none negative, 1 together. Empty when the series is unlike those of the training: some feature lies
     * outside of the range that was seen; methods are then better weighed equally.
     */
    public Optional<double[]> weigh(SeriesFeatures features) {
        var scores = biases.clone();
        for (int i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            double value = features.value(input.name());
            if (!input.hasSeen(value)) {
                return Optional.empty();
            }
            for (int method = 0; method < scores.length; method++) {
                scores[method] += weights[method][i] * (value - input.centre()) / input.spread();
            }
        }
        return Optional.of(softmax(scores));
    }

    private static double[] softmax(double[] scores) {
        double highest = Arrays.stream(scores).max().orElse(0);
        var shares = Arrays.stream(scores)
                .map(score -> StrictMath.exp(score - highest))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
