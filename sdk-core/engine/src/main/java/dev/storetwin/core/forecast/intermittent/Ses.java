package dev.storetwin.core.forecast.intermittent;

/** Simple exponential smoothing from the first value on. */
record Ses(double alpha) implements Rate {

    @Override
    public double[] after(double[] demand) {
        var levels = new double[demand.length];
        for (int i = 0; i < demand.length; i++) {
            levels[i] = i == 0 ? demand[0] : levels[i - 1] + alpha * (demand[i] - levels[i - 1]);
        }
        return levels;
    }
}
