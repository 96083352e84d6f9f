package dev.storetwin.core.forecast.intermittent;

/**
 * Croston's method (1972): the smoothed size of a demand by the smoothed interval between demands; changes only when something is
 * sold. The ratio is too high on average: Syntetos and Boylan (2005) take half of alpha off.
 */
record Croston(double alpha, double correction) implements Rate {

    static Croston of(double alpha) {
        return new Croston(alpha, 1);
    }

    static Croston sba(double alpha) {
        return new Croston(alpha, 1 - alpha / 2);
    }

    @Override
    public double[] after(double[] demand) {
        var rates = new double[demand.length];
        double size = 0;
        double interval = 0;
        int waited = 0;
        for (int i = 0; i < demand.length; i++) {
            waited++;
            if (demand[i] > 0) {
                boolean first = interval == 0;
                size = first ? demand[i] : size + alpha * (demand[i] - size);
                interval = first ? waited : interval + alpha * (waited - interval);
                waited = 0;
            }
            rates[i] = interval == 0 ? 0 : correction * (size / interval);
        }
        return rates;
    }
}
