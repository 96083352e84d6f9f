package dev.storetwin.core.numeric;

/** Order statistics of values that are sorted already. */
public final class Order {

    private Order() {}

    /**
     * The quantile of a sample, interpolated between neighbours so that its error in the median is nearly none (Hyndman and Fan
     * 1996, type 8). Beyond the outermost values it is the outermost value.
     *
     * @param sorted ascending, at least one value
     */
    public static double quantile(double[] sorted, double probability) {
        double position = (sorted.length + 1.0 / 3) * probability + 1.0 / 3 - 1;
        int below = (int) Math.floor(position);
        if (below < 0) {
            return sorted[0];
        }
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        double share = position - below;
        return sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
