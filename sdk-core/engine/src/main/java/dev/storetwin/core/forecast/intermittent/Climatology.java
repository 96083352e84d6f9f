package dev.storetwin.core.forecast.intermittent;

/** The mean of all periods from the first demand on: with the sizes seen, a SKU's own empirical distribution. */
record Climatology() implements Rate {

    @Override
    public double[] after(double[] demand) {
        var means = new double[demand.length];
        double sum = 0;
        int seen = 0;
        for (int i = 0; i < demand.length; i++) {
            sum += demand[i];
            seen += sum > 0 ? 1 : 0;
            means[i] = seen == 0 ? 0 : sum / seen;
        }
        return means;
    }
}
