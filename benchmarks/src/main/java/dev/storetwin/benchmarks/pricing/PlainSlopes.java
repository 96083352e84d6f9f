package dev.storetwin.benchmarks.pricing;

/** Textbook estimates of one product, some of which know what nobody can. */
final class PlainSlopes {

    private PlainSlopes() {}

    /** Least squares of log units on log prices. */
    static double naive(SimulatedProduct product) {
        var demand = centred(logs(product.units()));
        var price = centred(product.logPrices());
        return dot(price, demand) / dot(price, price);
    }

    /** Least squares given the true shock. */
    static double givenShock(SimulatedProduct product) {
        var shock = centred(product.shocks());
        var demand = without(shock, centred(logs(product.units())));
        var price = without(shock, centred(product.logPrices()));
        return dot(price, demand) / dot(price, price);
    }

    /** Standard error of that per unit of noise. */
    static double errorGivenShock(SimulatedProduct product) {
        var price = without(centred(product.shocks()), centred(product.logPrices()));
        return 1 / Math.sqrt(dot(price, price));
    }

    /** By the part of the price that came from cost. */
    static double byCost(SimulatedProduct product) {
        var cost = centred(product.logCosts());
        return dot(cost, centred(logs(product.units()))) / dot(cost, centred(product.logPrices()));
    }

    private static double[] logs(double[] values) {
        var logs = new double[values.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log(values[i]);
        }
        return logs;
    }

    private static double[] centred(double[] values) {
        double sum = 0;
        for (double it : values) {
            sum += it;
        }
        var centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - sum / values.length;
        }
        return centred;
    }

    private static double[] without(double[] direction, double[] from) {
        double share = dot(direction, from) / dot(direction, direction);
        var rest = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            rest[i] = from[i] - share * direction[i];
        }
        return rest;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
