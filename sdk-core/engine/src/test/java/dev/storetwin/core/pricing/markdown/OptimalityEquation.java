package dev.storetwin.core.pricing.markdown;

/** Values of a stock under exponential demand by integrating the Hamilton-Jacobi-Bellman equation (Runge and Kutta, fourth order). */
final class OptimalityEquation {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double rate;
    private final double sensitivity;
    private final double salvage;

    OptimalityEquation(double rate, double sensitivity, double salvage) {
        this.rate = rate;
        this.sensitivity = sensitivity;
        this.salvage = salvage;
    }

    /** Of 0 to so many units. */
    double[] values(int units, double time, int steps) {
        var values = new double[units + 1];
        for (int unit = 0; unit <= units; unit++) {
            values[unit] = salvage * unit;
        }
        double step = time / steps;
        for (int i = 0; i < steps; i++) {
            var one = slopes(values);
            var two = slopes(moved(values, one, step / 2));
            var three = slopes(moved(values, two, step / 2));
            var four = slopes(moved(values, three, step));
            for (int unit = 0; unit <= units; unit++) {
                values[unit] += step / 6 * (one[unit] + 2 * two[unit] + 2 * three[unit] + four[unit]);
            }
        }
        return values;
    }

    private static double[] moved(double[] values, double[] slopes, double step) {
        var moved = values.clone();
        for (int unit = 0; unit < moved.length; unit++) {
            moved[unit] += step * slopes[unit];
        }
        return moved;
    }

    private double[] slopes(double[] values) {
        var slopes = new double[values.length];
        for (int unit = 1; unit < values.length; unit++) {
            slopes[unit] = most(values[unit] - values[unit - 1]);
        }
        return slopes;
    }

    /** The largest a e^(-alpha p) (p - lost), by golden section. */
    private double most(double lost) {
        double low = lost;
        double high = lost + 20 / sensitivity;
        while (high - low > 1e-7) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (gain(left, lost) < gain(right, lost)) {
                low = left;
            } else {
                high = right;
            }
        }
        return gain(low, lost);
    }

    private double gain(double price, double lost) {
        return rate * Math.exp(-sensitivity * price) * (price - lost);
    }
}
