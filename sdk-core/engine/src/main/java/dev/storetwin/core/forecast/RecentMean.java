package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.distribution.ErrorShape;
import dev.storetwin.core.forecast.distribution.Spread;
import dev.storetwin.core.forecast.distribution.SpreadForecast;
import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.forecast.distribution.Support;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.DataRange;
import dev.storetwin.model.ModelCard;
import java.util.Map;

/**
 * The cheap method: the mean of the last eight seasons, each place of the season drawn to the mean of all by how little was seen of it. One
 * pass, no fit, no trend; periods that ran out are left out.
 */
final class RecentMean implements DemandForecaster {

    private static final String NAME = "recent-mean";
    private static final String VERSION = "1";
    private static final int SEASONS = 8;
    private static final int LONGEST_SEASON = 50;
    private static final double FEW_UNITS = 100;

    /** With so many values seen at a place of the season they and the mean of all weigh the same. */
    private static final double DRAWN = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DemandForecast forecast(TimeSeries history, int horizon) {
        Steps.checkHorizon(horizon);
        var recent = new Recently(history);
        if (recent.known == 0) {
            return SpreadForecast.unknown(history.name(), horizon, ModelCard.of(NAME, VERSION));
        }
        var means = new double[horizon];
        var deviations = new double[horizon];
        double deviation = recent.deviation();
        for (int step = 0; step < horizon; step++) {
            means[step] = recent.mean(history.size() + step);
            deviations[step] = deviation;
        }
        return new SpreadForecast(
                history.name(),
                means,
                Spread.of(deviations, 0),
                ErrorShape.NORMAL,
                recent.support,
                recent.card(),
                "the mean of the last %d seasons, cheap to work out".formatted(SEASONS));
    }

    /** What the last seasons show. */
    private static final class Recently {

        private final TimeSeries history;
        private final int period;
        private final int from;
        private final int[] counts;
        private final double[] sums;
        private final Support support;
        private int known;
        private double total;

        Recently(TimeSeries history) {
            this.history = history;
            int season = history.seasonality().shortest();
            this.period = season <= LONGEST_SEASON ? season : 1;
            this.from = Math.max(0, history.size() - Math.max(period, 7) * SEASONS);
            this.counts = new int[period];
            this.sums = new double[period];
            boolean nonNegative = true;
            boolean whole = true;
            for (int i = from; i < history.size(); i++) {
                if (history.isKnown(i)) {
                    double value = history.value(i);
                    nonNegative &= value >= 0;
                    whole &= value == Math.rint(value);
                    counts[i % period]++;
                    sums[i % period] += value;
                    total += value;
                    known++;
                }
            }
            this.support = support(nonNegative, whole);
        }

        private Support support(boolean nonNegative, boolean whole) {
            if (!nonNegative) {
                return Support.REAL;
            }
            boolean few = total < FEW_UNITS * known;
            return whole ? (few ? Support.COUNT : Support.WHOLE) : Support.NON_NEGATIVE;
        }

        double mean(int index) {
            int place = index % period;
            return (sums[place] + DRAWN * total / known) / (counts[place] + DRAWN);
        }

        /** Around the means, and the doubt about the mean of all. */
        double deviation() {
            double squares = 0;
            for (int i = from; i < history.size(); i++) {
                double error = history.isKnown(i) ? history.value(i) - mean(i) : 0;
                squares += error * error;
            }
            double freedom = Math.max(1, known - 1.0);
            return Math.sqrt(squares / freedom * (1 + 1.0 / known));
        }

        ModelCard card() {
            var range = new DataRange(history.labelOf(from), history.labelOf(history.size() - 1), known);
            return ModelCard.of(NAME, VERSION)
                    .withSettings(Map.of("season", Integer.toString(period)))
                    .withData(range);
        }
    }
}
