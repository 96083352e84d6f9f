package dev.storetwin.learning;

import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.ModelCard;
import dev.storetwin.model.StoredModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * A linear model in plain Java. Stored as a text of lines, numbers with every digit: one for the target, one for each column, one for
 * each weight, and a last one.
 */
record LinearModel(LinearDesign design, TargetScale target, Map<String, Double> weights, ModelCard card)
        implements LearnedModel {

    static final String BIAS = "(bias)";

    private static final String FIRST_LINE = "storetwin-linear 1";
    private static final String LAST_LINE = "end";

    LinearModel {
        weights = Map.copyOf(weights);
    }

    @Override
    public double[] predict(FeatureTable rows) {
        var names = design.columns().stream().map(LinearDesign.Column::name).toList();
        var order = ColumnOrder.of(rows, names);
        var row = new double[names.size()];
        var predictions = new double[rows.rows()];
        for (int i = 0; i < predictions.length; i++) {
            order.read(i, row);
            predictions[i] = target.target(sum(row));
        }
        return predictions;
    }

    private double sum(double[] row) {
        double sum = weights.getOrDefault(BIAS, 0.);
        for (int i = 0; i < row.length; i++) {
            if (!Double.isNaN(row[i])) {
                var column = design.columns().get(i);
                sum += weights.getOrDefault(column.feature(row[i]), 0.) * column.scaled(row[i]);
            }
        }
        return sum;
    }

    @Override
    public byte[] bytes() {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        line(text, "target", target.centre(), target.size(), target.logarithmic());
        for (var column : design.columns()) {
            line(text, "column", column.name(), column.categorical(), column.mean(), column.deviation());
        }
        new TreeMap<>(weights).forEach((name, weight) -> line(text, "weight", name, weight));
        return text.append(LAST_LINE).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, Object... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : " ").append(words[i]);
        }
        text.append('\n');
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static LinearModel read(StoredModel stored) {
        var lines = new String(stored.bytes(), StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < 3
                || !lines.get(0).equals(FIRST_LINE)
                || !lines.get(lines.size() - 1).equals(LAST_LINE)) {
            throw new IllegalArgumentException("%s is no linear model: it does not begin with '%s' or end with '%s'."
                    .formatted(stored, FIRST_LINE, LAST_LINE));
        }
        try {
            return read(
                    lines.subList(1, lines.size() - 1).stream()
                            .map(it -> it.split(" "))
                            .toList(),
                    stored.card());
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException("%s has a line that cannot be read.".formatted(stored), damaged);
        }
    }

    private static LinearModel read(Iterable<String[]> lines, ModelCard card) {
        var target = new TargetScale(0, 1, false);
        var columns = new ArrayList<LinearDesign.Column>();
        var weights = new TreeMap<String, Double>();
        for (var words : lines) {
            switch (words[0]) {
                case "target" ->
                    target = new TargetScale(
                            Double.parseDouble(words[1]), Double.parseDouble(words[2]), Boolean.parseBoolean(words[3]));
                case "column" ->
                    columns.add(new LinearDesign.Column(
                            words[1],
                            Boolean.parseBoolean(words[2]),
                            Double.parseDouble(words[3]),
                            Double.parseDouble(words[4])));
                case "weight" -> weights.put(words[1], Double.parseDouble(words[2]));
                default -> throw new NumberFormatException(words[0]);
            }
        }
        return new LinearModel(new LinearDesign(columns), target, weights, card);
    }
}
