package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.forecast.Hierarchy;

/** Forecasts of all nodes of a hierarchy that need not agree, and the errors such forecasts made. */
public final class NodeForecasts {

    private final Hierarchy hierarchy;
    private final double[][] means;
    private final double[][] errors;

    /**
     * Checks and takes the arrays over; nobody may change them any more.
     *
     * @param hierarchy which of them should add up
     * @param means     one row per node in the order of {@link Hierarchy#nodes()}, one column per step; finite
     * @param errors    one row per node of one-step errors, oldest first and the same last period for all; {@code NaN} where
     *                  unknown; a row may be short or empty
     */
    public NodeForecasts(Hierarchy hierarchy, double[][] means, double[][] errors) {
        this.hierarchy = hierarchy;
        this.means = means;
        this.errors = errors;
        int nodes = hierarchy.nodes().size();
        if (means.length != nodes || errors.length != nodes) {
            throw new IllegalArgumentException("""
                    %d rows of forecasts and %d of errors do not fit a hierarchy of %d nodes.
                    Maybe those of the sums are missing.""".formatted(means.length, errors.length, nodes));
        }
        for (int node = 0; node < nodes; node++) {
            if (means[node].length != means[0].length) {
                throw new IllegalArgumentException("%s has %d steps where %s has %d."
                        .formatted(
                                hierarchy.nodes().get(node),
                                means[node].length,
                                hierarchy.nodes().get(0),
                                means[0].length));
            }
            for (double mean : means[node]) {
                check(hierarchy.nodes().get(node), mean);
            }
            for (double error : errors[node]) {
                check(hierarchy.nodes().get(node), Double.isNaN(error) ? 0 : error);
            }
        }
    }

    private static void check(Hierarchy.Node node, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "A forecast or error (%s) of %s is not a finite number.\nMaybe its history was empty."
                            .formatted(number, node));
        }
    }

    /** Without past errors, for methods that do not ask for any. */
    public static NodeForecasts of(Hierarchy hierarchy, double[][] means) {
        return new NodeForecasts(hierarchy, means, new double[means.length][0]);
    }

    /** Which of them should add up. */
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** Rows by node, the array itself. */
    double[][] means() {
        return means;
    }

    /** Rows by node, the array itself. */
    double[][] errors() {
        return errors;
    }

    /** Number of periods that are forecast. */
    public int steps() {
        return means[0].length;
    }

    /** All means in one flat panel. */
    double[] panel() {
        int steps = steps();
        var panel = new double[means.length * steps];
        for (int node = 0; node < means.length; node++) {
            System.arraycopy(means[node], 0, panel, node * steps, steps);
        }
        return panel;
    }

    /** The rows of a flat panel. */
    static double[][] rows(double[] panel, int nodes) {
        int steps = panel.length / nodes;
        var rows = new double[nodes][steps];
        for (int node = 0; node < nodes; node++) {
            System.arraycopy(panel, node * steps, rows[node], 0, steps);
        }
        return rows;
    }
}
