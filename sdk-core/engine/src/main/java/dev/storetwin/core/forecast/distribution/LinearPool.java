package dev.storetwin.core.forecast.distribution;

import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.List;
import java.util.TreeMap;

/**
 * Forecasts pooled in equal shares (the linear opinion pool of Stone 1961): one of them will be right, and nobody knows which. Futures
 * follow them in turn.
 */
public final class LinearPool implements DemandForecast {

    private final List<DemandForecast> forecasts;
    private final String name;
    private final String reason;

    private LinearPool(List<DemandForecast> forecasts, String name, String reason) {
        this.forecasts = forecasts;
        this.name = name;
        this.reason = reason;
    }

    /**
     * Of forecasts of one series over the same steps.
     *
     * @param name of the method that pools
     */
    public static LinearPool of(String name, String reason, DemandForecast... forecasts) {
        return new LinearPool(List.of(forecasts), name, reason);
    }

    @Override
    public String series() {
        return forecasts.get(0).series();
    }

    @Override
    public int horizon() {
        return forecasts.get(0).horizon();
    }

    @Override
    public double mean(int step) {
        return forecasts.stream().mapToDouble(it -> it.mean(step)).average().orElseThrow();
    }

    @Override
    public DemandDistribution at(int step) {
        return new PooledDemand(forecasts.stream().map(it -> it.at(step)).toList());
    }

    @Override
    public DemandDistribution over(int from, int to) {
        return new PooledDemand(forecasts.stream().map(it -> it.over(from, to)).toList());
    }

    @Override
    public double[][] paths(int count, long seed) {
        var paths = new double[count][];
        int members = forecasts.size();
        var each = forecasts.stream()
                .map(it -> it.paths((count + members - 1) / members, seed))
                .toList();
        for (int row = 0; row < count; row++) {
            paths[row] = each.get(row % members)[row / members];
        }
        return paths;
    }

    @Override
    public ModelCard card() {
        var settings = new TreeMap<String, String>();
        for (var forecast : forecasts) {
            var prefix = forecast.card().name() + ".";
            forecast.card().settings().forEach((key, value) -> settings.put(prefix + key, value));
        }
        var card = forecasts.get(0).card();
        return new ModelCard(name, card.version(), settings, card.data(), card.seed());
    }

    @Override
    public String reason() {
        return reason;
    }

    /** Equal shares of distributions. */
    private record PooledDemand(List<DemandDistribution> members) implements DemandDistribution {

        private static final int HALVINGS = 60;
        private static final double ROUNDING = 1e-6;

        @Override
        public double mean() {
            return members.stream()
                    .mapToDouble(DemandDistribution::mean)
                    .average()
                    .orElseThrow();
        }

        @Override
        public double standardDeviation() {
            double mean = mean();
            double variance = 0;
            for (var member : members) {
                double gap = member.mean() - mean;
                double deviation = member.standardDeviation();
                variance += (deviation * deviation + gap * gap) / members.size();
            }
            return Math.sqrt(variance);
        }

        @Override
        public double probabilityAtMost(double amount) {
            return members.stream()
                    .mapToDouble(it -> it.probabilityAtMost(amount))
                    .average()
                    .orElseThrow();
        }

        /** Between those of the members, by bisection; a place where the probability jumps is found to the last bit but one. */
        @Override
        public double quantile(double level) {
            double low = members.stream()
                    .mapToDouble(it -> it.quantile(level))
                    .min()
                    .orElseThrow();
            double high = members.stream()
                    .mapToDouble(it -> it.quantile(level))
                    .max()
                    .orElseThrow();
            if (probabilityAtMost(low) >= level) {
                return low;
            }
            for (int i = 0; i < HALVINGS && high - low > 0; i++) {
                double middle = low + (high - low) / 2;
                if (probabilityAtMost(middle) >= level) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            double whole = Math.rint(high);
            return Math.abs(high - whole) < ROUNDING * Math.max(1, Math.abs(whole)) ? whole : high;
        }

        @Override
        public double expectedAbove(double amount) {
            return members.stream()
                    .mapToDouble(it -> it.expectedAbove(amount))
                    .average()
                    .orElseThrow();
        }

        @Override
        public double expectedLeft(double amount) {
            return members.stream()
                    .mapToDouble(it -> it.expectedLeft(amount))
                    .average()
                    .orElseThrow();
        }
    }
}
