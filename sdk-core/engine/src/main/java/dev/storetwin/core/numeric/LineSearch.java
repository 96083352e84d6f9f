package dev.storetwin.core.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * The minimum of a function of one variable between two bounds.
 *
 * <p>A coarse grid finds the valley, so that of several local minima the deepest is likely taken; Brent's method (Brent 1973, chapter
 * 5: parabolas, and golden sections where these fail) walks to its bottom.
 */
public final class LineSearch {

    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final int MOST_STEPS = 60;

    private LineSearch() {}

    /**
     * Where the function is smallest.
     *
     * @param cells     of the coarse grid, at least 1
     * @param tolerance how close to the true place is close enough
     */
    public static double minimum(DoubleUnaryOperator function, double low, double high, int cells, double tolerance) {
        double width = (high - low) / cells;
        double best = low;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= cells; i++) {
            double x = i == cells ? high : low + i * width;
            double value = function.applyAsDouble(x);
            if (value < least) {
                least = value;
                best = x;
            }
        }
        double x = brent(function, Math.max(low, best - width), Math.min(high, best + width), tolerance);
        return function.applyAsDouble(x) < least ? x : best;
    }

    private static double brent(DoubleUnaryOperator function, double low, double high, double tolerance) {
        double x = low + GOLDEN * (high - low);
        double w = x;
        double v = x;
        double fx = function.applyAsDouble(x);
        double fw = fx;
        double fv = fx;
        double step = 0;
        double stepBefore = 0;
        for (int i = 0; i < MOST_STEPS; i++) {
            double middle = (low + high) / 2;
            if (Math.abs(x - middle) <= 2 * tolerance - (high - low) / 2) {
                break;
            }
            double parabola = Double.NaN;
            if (Math.abs(stepBefore) > tolerance) {
                double r = (x - w) * (fx - fv);
                double q = (x - v) * (fx - fw);
                parabola = -((x - v) * q - (x - w) * r) / (2 * (q - r));
            }
            boolean inside = x + parabola > low && x + parabola < high;
            if (inside && Math.abs(parabola) < Math.abs(stepBefore / 2)) {
                stepBefore = step;
                step = parabola;
            } else {
                stepBefore = x < middle ? high - x : low - x;
                step = GOLDEN * stepBefore;
            }
            double u = x + (Math.abs(step) >= tolerance ? step : Math.copySign(tolerance, step));
            double fu = function.applyAsDouble(u);
            if (fu <= fx) {
                if (u < x) {
                    high = x;
                } else {
                    low = x;
                }
                v = w;
                fv = fw;
                w = x;
                fw = fx;
                x = u;
                fx = fu;
            } else {
                if (u < x) {
                    low = u;
                } else {
                    high = u;
                }
                if (fu <= fw || w == x) {
                    v = w;
                    fv = fw;
                    w = u;
                    fw = fu;
                } else if (fu <= fv || v == x || v == w) {
                    v = u;
                    fv = fu;
                }
            }
        }
        return x;
    }
}
