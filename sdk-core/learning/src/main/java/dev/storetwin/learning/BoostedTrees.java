package dev.storetwin.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees whose answers add up, as LightGBM writes them into a text (version 4).
 *
 * <p>They are read and evaluated here in plain Java: a model then needs no native library, holds nothing that must be closed, may be
 * asked from any thread and answers the same on every machine.
 */
final class BoostedTrees {

    private static final String FIRST_LINE = "tree";
    private static final String END = "end of trees";

    private final String text;
    private final List<String> columns;
    private final boolean logarithmic;
    private final List<BoostedTree> trees;

    private BoostedTrees(String text, List<String> columns, boolean logarithmic, List<BoostedTree> trees) {
        this.text = text;
        this.columns = List.copyOf(columns);
        this.logarithmic = logarithmic;
        this.trees = List.copyOf(trees);
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when the text is none
     */
    static BoostedTrees parse(String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE) || !lines.contains(END)) {
            throw new IllegalArgumentException(
                    "This is no model that LightGBM wrote: it does not begin with '%s' or lacks '%s'."
                            .formatted(FIRST_LINE, END));
        }
        var blocks = blocks(lines.subList(1, lines.indexOf(END)));
        var head = blocks.get(0);
        var objective = head.getOrDefault("objective", "");
        try {
            var trees = blocks.stream().skip(1).map(BoostedTree::of).toList();
            return new BoostedTrees(
                    text,
                    List.of(head.getOrDefault("feature_names", "").split(" ")),
                    objective.startsWith("poisson") || objective.startsWith("tweedie"),
                    trees);
        } catch (NumberFormatException damaged) {
            throw new IllegalArgumentException("A tree of the model holds no number where one belongs.", damaged);
        }
    }

    /** The head, then one block per tree; a block holds lines {@code name=value}. */
    private static List<Map<String, String>> blocks(List<String> lines) {
        var blocks = new ArrayList<Map<String, String>>();
        blocks.add(new HashMap<>());
        for (var line : lines) {
            if (line.startsWith("Tree=")) {
                blocks.add(new HashMap<>());
            }
            int sign = line.indexOf('=');
            if (sign > 0) {
                blocks.get(blocks.size() - 1).put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return blocks;
    }

    /** As LightGBM wrote it. */
    String text() {
        return text;
    }

    /** Names of the columns, in the order that {@link #predict} expects. */
    List<String> columns() {
        return columns;
    }

    int size() {
        return trees.size();
    }

    /** The prediction of a row: one value per column, {@code NaN} for unknown. */
    double predict(double[] row) {
        double sum = 0;
        for (var tree : trees) {
            sum += tree.answer(row);
        }
        return logarithmic ? StrictMath.exp(sum) : sum;
    }
}
