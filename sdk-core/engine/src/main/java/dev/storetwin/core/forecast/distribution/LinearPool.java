package dev.storetwin.core.forecast.distribution;

import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Two forecasts pooled (the linear opinion pool of Stone 1961): one of them will be right, and nobody knows which. Each future follows
 * one of them.
 */
public final class LinearPool implements DemandForecast {

    private final DemandForecast first;
    private final DemandForecast second;
    private final double share;
    private final String name;

    private LinearPool(DemandForecast first, DemandForecast second, double share, String name) {
        this.first = first;
        this.second = second;
        this.share = share;
        this.name = name;
    }

    /**
     * Of two forecasts of one series over the same steps.
     *
     * @param share of the first, from 0 to 1
     * @param name  of the method that pools
     */
    public static LinearPool of(DemandForecast first, DemandForecast second, double share, String name) {
        return new LinearPool(first, second, share, name);
    }

    @Override
    public String series() {
        return first.series();
    }

    @Override
    public int horizon() {
        return first.horizon();
    }

    @Override
    public double mean(int step) {
        return share * first.mean(step) + (1 - share) * second.mean(step);
    }

    @Override
    public DemandDistribution at(int step) {
        return new PooledDemand(first.at(step), second.at(step), share);
    }

    @Override
    public DemandDistribution over(int from, int to) {
        return new PooledDemand(first.over(from, to), second.over(from, to), share);
    }

    @Override
    public double[][] paths(int count, long seed) {
        var ones = first.paths(count, seed);
        var others = second.paths(count, seed);
        var draws = Draws.of(seed);
        for (int row = 0; row < count; row++) {
            ones[row] = draws.uniform("pool-member", series(), row) < share ? ones[row] : others[row];
        }
        return ones;
    }

    @Override
    public ModelCard card() {
        var settings = new TreeMap<String, String>();
        settings.put("share", String.format(Locale.ROOT, "%.6g", share));
        for (var forecast : List.of(first, second)) {
            var prefix = forecast.card().name() + ".";
            forecast.card().settings().forEach((key, value) -> settings.put(prefix + key, value));
        }
        var card = first.card();
        return new ModelCard(name, card.version(), settings, card.data(), card.seed());
    }

    @Override
    public String reason() {
        return String.format(
                Locale.ROOT, "%.0f parts in a hundred: %s; the rest: %s", 100 * share, first.reason(), second.reason());
    }

    /** Two distributions, one of which holds. */
    private record PooledDemand(DemandDistribution first, DemandDistribution second, double share)
            implements DemandDistribution {

        private static final int HALVINGS = 60;
        private static final double ROUNDING = 1e-6;

        private double pooled(double one, double other) {
            return share * one + (1 - share) * other;
        }

        @Override
        public double mean() {
            return pooled(first.mean(), second.mean());
        }

        @Override
        public double standardDeviation() {
            return Math.sqrt(pooled(squares(first), squares(second)));
        }

        private double squares(DemandDistribution member) {
            double gap = member.mean() - mean();
            return member.standardDeviation() * member.standardDeviation() + gap * gap;
        }

        @Override
        public double probabilityAtMost(double amount) {
            return pooled(first.probabilityAtMost(amount), second.probabilityAtMost(amount));
        }

        /** Between those of the two, by bisection; a jump at a whole number is taken at that number. */
        @Override
        public double quantile(double level) {
            double one = first.quantile(level);
            double other = second.quantile(level);
            double low = Math.min(one, other);
            double high = Math.max(one, other);
            if (probabilityAtMost(low) >= level) {
                return low;
            }
            for (int i = 0; i < HALVINGS && high > low; i++) {
                double middle = low + (high - low) / 2;
                if (probabilityAtMost(middle) >= level) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            double whole = Math.rint(high);
            return Math.abs(high - whole) < ROUNDING * Math.abs(whole) ? whole : high;
        }

        @Override
        public double expectedAbove(double amount) {
            return pooled(first.expectedAbove(amount), second.expectedAbove(amount));
        }

        @Override
        public double expectedLeft(double amount) {
            return pooled(first.expectedLeft(amount), second.expectedLeft(amount));
        }
    }
}
