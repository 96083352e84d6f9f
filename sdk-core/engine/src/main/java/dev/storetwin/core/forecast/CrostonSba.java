package dev.storetwin.core.forecast;

import java.util.Map;
import java.util.TreeMap;

/**
 * Croston's method for intermittent demand (Croston 1972), corrected by Syntetos and Boylan (2005): the smoothed size of a demand
 * divided by the smoothed interval between demands, times (1 - alpha / 2) because the ratio alone is too high. Changes only when
 * something is sold. Unknown periods count neither as demand nor as waiting.
 */
final class CrostonSba implements ForecastMethod {

    private static final double USUAL_ALPHA = .1;

    private final double alpha;
    private final double correction;

    private CrostonSba(double alpha, double correction) {
        this.alpha = alpha;
        this.correction = correction;
    }

    static CrostonSba usual() {
        return new CrostonSba(USUAL_ALPHA, 1 - USUAL_ALPHA / 2);
    }

    /** Croston's own ratio, without the correction. */
    static CrostonSba uncorrected(double alpha) {
        return new CrostonSba(alpha, 1);
    }

    @Override
    public String name() {
        return "croston-sba";
    }

    @Override
    public boolean suits(Observations history) {
        return history.isIntermittent() && history.zeroShare() < 1;
    }

    @Override
    public Fit fit(Observations history) {
        var values = history.adjusted();
        var rates = new double[values.length];
        double size = 0;
        double interval = 0;
        int waited = 0;
        int firstDemand = values.length;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                waited++;
                if (values[i] != 0) {
                    boolean first = interval == 0;
                    size = first ? values[i] : size + alpha * (values[i] - size);
                    interval = first ? waited : interval + alpha * (waited - interval);
                    firstDemand = first ? i : firstDemand;
                    waited = 0;
                }
            }
            rates[i] = interval == 0 ? 0 : correction * size / interval;
        }
        // Before the first demand there is no better guess than what it will say.
        for (int i = 0; i < firstDemand && firstDemand < values.length; i++) {
            rates[i] = rates[firstDemand];
        }
        return new Rates(alpha, size, interval, rates);
    }

    private record Rates(double alpha, double size, double interval, double[] rates) implements Fit {

        @Override
        public double forecast(int origin, int step) {
            return rates[origin];
        }

        @Override
        public double persistence() {
            return interval == 0 ? 0 : alpha / interval;
        }

        @Override
        public Map<String, String> settings() {
            var settings = new TreeMap<String, String>();
            settings.put("alpha", Double.toString(alpha));
            settings.put("demand_size", Double.toString(size));
            settings.put("demand_interval", Double.toString(interval));
            return settings;
        }
    }
}
