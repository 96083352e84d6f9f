package dev.storetwin.core.forecast.intermittent;

/**
 * The method of Teunter, Syntetos and Babai (2011): the smoothed probability of a demand, renewed in every period so that it fades
 * when nothing is sold, times the smoothed size of a demand. It starts from the first demand and the share of periods until then.
 *
 * @param alpha of the probability
 * @param beta  of the size
 */
record Tsb(double alpha, double beta) implements Rate {

    @Override
    public double[] after(double[] demand) {
        var rates = new double[demand.length];
        double size = 0;
        double probability = 0;
        for (int i = 0; i < demand.length; i++) {
            boolean sold = demand[i] > 0;
            if (size > 0) {
                probability += alpha * ((sold ? 1 : 0) - probability);
                size += sold ? beta * (demand[i] - size) : 0;
            } else if (sold) {
                probability = 1.0 / (i + 1);
                size = demand[i];
            }
            rates[i] = probability * size;
        }
        return rates;
    }
}
