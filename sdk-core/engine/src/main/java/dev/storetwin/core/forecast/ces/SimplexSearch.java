package dev.storetwin.core.forecast.ces;

import java.util.function.ToDoubleFunction;

/** The minimum of a function of a few variables near a starting point (Nelder and Mead 1965); infinite values are walls. */
final class SimplexSearch {

    private static final double FLAT = 1e-6;

    private final ToDoubleFunction<double[]> function;
    private final double[][] points;
    private final double[] heights;
    private int evaluations;

    private SimplexSearch(ToDoubleFunction<double[]> function, double[] start, double[] steps) {
        this.function = function;
        this.points = new double[start.length + 1][];
        this.heights = new double[start.length + 1];
        for (int i = 0; i <= start.length; i++) {
            var point = start.clone();
            if (i > 0) {
                point[i - 1] += steps[i - 1];
            }
            insert(i, point, height(point));
        }
    }

    /** @param most evaluations before it stops where it is */
    static double[] minimum(ToDoubleFunction<double[]> function, double[] start, double[] steps, int most) {
        var search = new SimplexSearch(function, start, steps);
        while (search.evaluations < most && !search.isFlat()) {
            search.step();
        }
        return search.points[0];
    }

    private double height(double[] point) {
        evaluations++;
        return function.applyAsDouble(point);
    }

    private boolean isFlat() {
        return heights[heights.length - 1] - heights[0] <= FLAT * heights[0];
    }

    private void step() {
        int last = heights.length - 1;
        var reflected = towards(-1);
        double height = height(reflected);
        if (height < heights[0]) {
            var expanded = towards(-2);
            double further = height(expanded);
            insert(last, further < height ? expanded : reflected, Math.min(further, height));
        } else if (height < heights[last - 1]) {
            insert(last, reflected, height);
        } else {
            contract(height < heights[last] ? towards(-.5) : towards(.5), Math.min(height, heights[last]));
        }
    }

    private void contract(double[] contracted, double limit) {
        double height = height(contracted);
        if (height < limit) {
            insert(heights.length - 1, contracted, height);
        } else {
            shrink();
        }
    }

    private void shrink() {
        var best = points[0];
        for (int i = 1; i < points.length; i++) {
            var point = points[i].clone();
            for (int j = 0; j < point.length; j++) {
                point[j] = (point[j] + best[j]) / 2;
            }
            insert(i, point, height(point));
        }
    }

    /** On the line from the middle of the others (0) to the worst point (1). */
    private double[] towards(double distance) {
        int last = points.length - 1;
        var point = new double[last];
        for (int j = 0; j < last; j++) {
            double middle = 0;
            for (int i = 0; i < last; i++) {
                middle += points[i][j] / last;
            }
            point[j] = middle + distance * (points[last][j] - middle);
        }
        return point;
    }

    /** Puts a point in the place of one, and keeps those up to there in order. */
    private void insert(int place, double[] point, double height) {
        int i = place;
        for (; i > 0 && heights[i - 1] > height; i--) {
            points[i] = points[i - 1];
            heights[i] = heights[i - 1];
        }
        points[i] = point;
        heights[i] = height;
    }
}
