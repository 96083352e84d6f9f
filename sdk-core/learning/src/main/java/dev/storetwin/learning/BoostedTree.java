package dev.storetwin.learning;

import java.util.Arrays;
import java.util.Map;

/**
 * One decision tree as LightGBM writes it (version 4). A child at or above 0 is a node, one below is the leaf {@code ~child}.
 *
 * @param columns    of the nodes
 * @param thresholds of the nodes; of a categorical node the position of its set of codes
 * @param kinds      of the nodes: bit 0 categorical, bit 1 unknown goes left, bits 2 and 3 what counts as unknown (0 nothing, 1 zero,
 *                   2 {@code NaN})
 * @param setStarts  where the sets of codes begin in {@code sets}, and the end
 * @param sets       32 codes in each word
 */
record BoostedTree(
        int[] columns,
        double[] thresholds,
        int[] kinds,
        int[] left,
        int[] right,
        double[] leaves,
        int[] setStarts,
        int[] sets) {

    private static final int CATEGORICAL = 1;
    private static final int UNKNOWN_LEFT = 2;
    private static final int ZERO_UNKNOWN = 1;
    private static final int NAN_UNKNOWN = 2;
    private static final double ZERO = 1e-35f;

    /** Reads the lines of a tree, by their names. */
    static BoostedTree of(Map<String, String> lines) {
        return new BoostedTree(
                wholes(lines, "split_feature"),
                numbers(lines, "threshold"),
                wholes(lines, "decision_type"),
                wholes(lines, "left_child"),
                wholes(lines, "right_child"),
                numbers(lines, "leaf_value"),
                wholes(lines, "cat_boundaries"),
                words(lines, "cat_threshold"));
    }

    /** What the tree adds to the prediction of a row. */
    double answer(double[] row) {
        int node = columns.length == 0 ? ~0 : 0;
        while (node >= 0) {
            node = goesLeft(node, row[columns[node]]) ? left[node] : right[node];
        }
        return leaves[~node];
    }

    private boolean goesLeft(int node, double value) {
        int kind = kinds[node];
        if ((kind & CATEGORICAL) != 0) {
            return !Double.isNaN(value) && isInSet((int) thresholds[node], (int) value);
        }
        int unknown = (kind >> 2) & 3;
        double known = Double.isNaN(value) && unknown != NAN_UNKNOWN ? 0 : value;
        boolean isUnknown =
                (unknown == ZERO_UNKNOWN && Math.abs(known) <= ZERO) || (unknown == NAN_UNKNOWN && Double.isNaN(known));
        return isUnknown ? (kind & UNKNOWN_LEFT) != 0 : known <= thresholds[node];
    }

    private boolean isInSet(int set, int code) {
        int word = code >> 5;
        return code >= 0
                && word < setStarts[set + 1] - setStarts[set]
                && ((sets[setStarts[set] + word] >>> (code & 31)) & 1) != 0;
    }

    private static String[] cells(Map<String, String> lines, String name) {
        var line = lines.getOrDefault(name, "").trim();
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    private static int[] wholes(Map<String, String> lines, String name) {
        return Arrays.stream(cells(lines, name)).mapToInt(Integer::parseInt).toArray();
    }

    private static int[] words(Map<String, String> lines, String name) {
        return Arrays.stream(cells(lines, name))
                .mapToInt(Integer::parseUnsignedInt)
                .toArray();
    }

    private static double[] numbers(Map<String, String> lines, String name) {
        return Arrays.stream(cells(lines, name))
                .mapToDouble(BoostedTree::number)
                .toArray();
    }

    /** Where known values part from unknown ones alone, the threshold is infinite. */
    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
