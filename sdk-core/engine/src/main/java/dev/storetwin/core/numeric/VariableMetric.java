package dev.storetwin.core.numeric;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The nearest minimum of a smooth function of several variables: the variable metric method of Broyden, Fletcher, Goldfarb and Shanno
 * with backtracking (Nash 1990, algorithm 21) and slopes by differences. A place without a finite value counts as infinitely high.
 *
 * @param tolerance     stops when a step lowers the value by less than this share of it
 * @param step          how far apart the values of a difference are
 * @param central       differences on both sides: twice the work, errors of the second order
 * @param mostSteps     limits the work
 */
public record VariableMetric(double tolerance, double step, boolean central, int mostSteps) {

    private static final double SHORTEN = .2;
    private static final double ENOUGH = 1e-4;
    private static final double SHORTEST = 1e-10;

    /** Walks downhill from the start, moves it to the lowest place found and answers the value there. */
    public double minimise(ToDoubleFunction<double[]> function, double[] start) {
        return new Walk(this, function, start).down();
    }

    /** One walk: the place, its value and slope, and the metric, an estimate of the inverse curvature. */
    private static final class Walk {

        private final VariableMetric method;
        private final ToDoubleFunction<double[]> function;
        private final double[] place;
        private final double[] before;
        private final double[] direction;
        private final double[] change;
        private final double[][] metric;
        private double[] slope;
        private double[] slopeBefore;
        private double value;

        Walk(VariableMetric method, ToDoubleFunction<double[]> function, double[] start) {
            int size = start.length;
            this.method = method;
            this.function = function;
            place = start;
            before = new double[size];
            direction = new double[size];
            change = new double[size];
            metric = new double[size][size];
            slope = new double[size];
            slopeBefore = new double[size];
            value = valueHere();
        }

        double down() {
            if (place.length == 0 || value == Double.POSITIVE_INFINITY) {
                return value;
            }
            takeSlope();
            resetMetric();
            boolean fresh = true;
            for (int steps = 0; steps < method.mostSteps; steps++) {
                double fall = takeDirection();
                double last = value;
                boolean lower = fall < 0 && descend(fall);
                boolean settled = !lower || last - value <= method.tolerance * (Math.abs(last) + method.tolerance);
                if (settled && fresh) {
                    break;
                }
                if (lower) {
                    takeSlope();
                }
                if (settled) {
                    resetMetric();
                } else {
                    fresh = updateMetric();
                }
                fresh = settled || fresh;
            }
            return value;
        }

        private double takeDirection() {
            double fall = 0;
            for (int i = 0; i < place.length; i++) {
                double sum = 0;
                for (int j = 0; j < place.length; j++) {
                    sum -= metric[i][j] * slope[j];
                }
                direction[i] = sum;
                fall += sum * slope[i];
            }
            return fall;
        }

        private boolean descend(double fall) {
            System.arraycopy(place, 0, before, 0, place.length);
            double last = value;
            for (double length = 1; length > SHORTEST; length *= SHORTEN) {
                for (int i = 0; i < place.length; i++) {
                    place[i] = before[i] + length * direction[i];
                }
                value = valueHere();
                if (value <= last + ENOUGH * length * fall) {
                    return value < last;
                }
            }
            System.arraycopy(before, 0, place, 0, place.length);
            value = last;
            return false;
        }

        private double valueHere() {
            double found = function.applyAsDouble(place);
            return Double.isNaN(found) ? Double.POSITIVE_INFINITY : found;
        }

        private void takeSlope() {
            var spare = slopeBefore;
            slopeBefore = slope;
            slope = spare;
            for (int i = 0; i < place.length; i++) {
                double here = place[i];
                place[i] = here + method.step;
                double above = valueHere();
                place[i] = here - method.step;
                double below = method.central ? valueHere() : value;
                place[i] = here;
                double difference = (above - below) / (method.central ? 2 * method.step : method.step);
                slope[i] = Double.isFinite(difference) ? difference : 0;
            }
        }

        private void resetMetric() {
            for (int i = 0; i < place.length; i++) {
                Arrays.fill(metric[i], 0);
                metric[i][i] = 1;
            }
        }

        /** Answers whether the metric had to start anew, because the slope did not rise along the step. */
        private boolean updateMetric() {
            int size = place.length;
            double along = 0;
            for (int i = 0; i < size; i++) {
                before[i] = place[i] - before[i];
                slopeBefore[i] = slope[i] - slopeBefore[i];
                along += before[i] * slopeBefore[i];
            }
            if (!(along > 0)) {
                resetMetric();
                return true;
            }
            double across = 0;
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += metric[i][j] * slopeBefore[j];
                }
                change[i] = sum;
                across += sum * slopeBefore[i];
            }
            double weight = 1 + across / along;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    metric[i][j] +=
                            (weight * before[i] * before[j] - before[i] * change[j] - change[i] * before[j]) / along;
                }
            }
            return false;
        }
    }
}
