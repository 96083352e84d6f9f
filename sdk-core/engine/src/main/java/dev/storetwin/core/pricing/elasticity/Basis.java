package dev.storetwin.core.pricing.elasticity;

import java.util.ArrayList;
import java.util.List;

/** What a growing set of columns can explain, by orthonormal directions (modified Gram-Schmidt). A column that others imply adds nothing. */
final class Basis {

    private static final double IMPLIED = 1e-10;

    private final List<double[]> directions = new ArrayList<>();

    /** Takes a column in; false when it is constant or the columns before imply it. */
    boolean add(double[] column) {
        double before = dot(column, column);
        var rest = residual(residual(column));
        double left = dot(rest, rest);
        if (!(left > IMPLIED * before) || !(before > 1e-20)) {
            return false;
        }
        double norm = Math.sqrt(left);
        for (int row = 0; row < rest.length; row++) {
            rest[row] /= norm;
        }
        directions.add(rest);
        return true;
    }

    int size() {
        return directions.size();
    }

    List<double[]> directions() {
        return directions;
    }

    double[] last() {
        return directions.get(directions.size() - 1);
    }

    /** The part of a column that they do not explain. */
    double[] residual(double[] column) {
        var rest = column.clone();
        for (var direction : directions) {
            remove(direction, rest);
        }
        return rest;
    }

    static void remove(double[] direction, double[] from) {
        double share = dot(direction, from);
        for (int row = 0; row < from.length; row++) {
            from[row] -= share * direction[row];
        }
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int row = 0; row < one.length; row++) {
            sum += one[row] * other[row];
        }
        return sum;
    }
}
