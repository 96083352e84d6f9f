package dev.storetwin.core.forecast;

import dev.storetwin.forecast.Seasonality;
import java.util.Map;

/**
 * The seasonal naive forecast: what was seen one season ago; with a season of one period, the last value. The yardstick that every
 * other method has to beat (Hyndman and Athanasopoulos 2021, section 5.2). An unknown value is taken from the season before it.
 */
final class SeasonalNaive implements ForecastMethod {

    private final boolean seasonal;

    private SeasonalNaive(boolean seasonal) {
        this.seasonal = seasonal;
    }

    /** The last value, whatever the season. */
    static SeasonalNaive naive() {
        return new SeasonalNaive(false);
    }

    /** The value one season ago. Of several seasons the one whose repetition was least wrong; of none, the last value. */
    static SeasonalNaive seasonal() {
        return new SeasonalNaive(true);
    }

    @Override
    public String name() {
        return seasonal ? "seasonal-naive" : "naive";
    }

    @Override
    public boolean suits(Observations history) {
        return !history.isIntermittent() && (!seasonal || period(history) > 1);
    }

    @Override
    public Fit fit(Observations history) {
        int period = period(history);
        var filled = history.values().clone();
        double last = firstKnown(filled);
        for (int i = 0; i < filled.length; i++) {
            if (!Double.isNaN(filled[i])) {
                last = filled[i];
            } else {
                filled[i] = i >= period ? filled[i - period] : last;
            }
        }
        return new Repeated(period, filled);
    }

    private int period(Observations history) {
        return seasonal ? leastWrong(history.values(), history.series().seasonality()) : 1;
    }

    /** A season longer than the history has no value one season ago and falls out. */
    private static int leastWrong(double[] values, Seasonality seasonality) {
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int period : seasonality.periods()) {
            if (period <= values.length) {
                double error = seasonality.periods().size() == 1 ? 0 : meanChange(values, period);
                if (error < least) {
                    least = error;
                    best = period;
                }
            }
        }
        return best;
    }

    private static double meanChange(double[] values, int lag) {
        double sum = 0;
        int pairs = 0;
        for (int i = lag; i < values.length; i++) {
            double change = Math.abs(values[i] - values[i - lag]);
            if (!Double.isNaN(change)) {
                sum += change;
                pairs++;
            }
        }
        return pairs == 0 ? Double.MAX_VALUE : sum / pairs;
    }

    private static double firstKnown(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return 0;
    }

    /**
     * The history, ready to be repeated.
     *
     * @param filled without gaps
     */
    private record Repeated(int period, double[] filled) implements Fit {

        @Override
        public double forecast(int origin, int step) {
            int seasonsBack = (step + period - 1) / period;
            int index = origin + step - seasonsBack * period;
            return filled[index >= 0 ? index : origin];
        }

        @Override
        public double persistence() {
            return 1 / Math.sqrt(period);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("season", Integer.toString(period));
        }

        @Override
        public boolean seasonallyAdjusted() {
            return false;
        }

        @Override
        public boolean isExpectation() {
            return false;
        }
    }
}
