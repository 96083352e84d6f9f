package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.distribution.ErrorShape;
import dev.storetwin.core.forecast.distribution.Spread;
import dev.storetwin.core.forecast.distribution.SpreadForecast;
import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.forecast.history.Observations;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.ModelCard;
import java.util.Arrays;
import java.util.Map;

/**
 * The cheap method: the mean of the last eight seasons, each place of the season drawn to the mean of all by how little was seen of it. No fit,
 * no trend; periods that ran out are left out, and taken for a lower bound where there are no others.
 */
final class RecentMean implements DemandForecaster {

    private static final String NAME = "recent-mean";
    private static final String VERSION = "1";
    private static final int SEASONS = 8;
    private static final int FEWEST = 56;
    private static final int LONGEST_SEASON = 60;

    /** With so many values seen at a place of the season they and the mean of all weigh the same. */
    private static final double DRAWN = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DemandForecast forecast(TimeSeries history, int horizon) {
        Steps.checkHorizon(horizon);
        var seen = Observations.of(history);
        return seen.known() > 0
                ? forecast(seen, horizon, "the mean of the last seasons, cheap to work out")
                : lowerBound(history, horizon);
    }

    private static DemandForecast lowerBound(TimeSeries history, int horizon) {
        var always = new boolean[history.size()];
        Arrays.fill(always, true);
        var sold = Observations.of(history.withInStock(always));
        return sold.known() > 0
                ? forecast(sold, horizon, "the mean of what was sold, a lower bound: it was never in stock all day")
                : SpreadForecast.unknown(history.name(), horizon, ModelCard.of(NAME, VERSION));
    }

    private static DemandForecast forecast(Observations seen, int horizon, String reason) {
        var recent = Recently.of(seen);
        var means = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            means[step] = recent.mean(seen.size() + step) * seen.unit();
        }
        var deviations = new double[horizon];
        Arrays.fill(deviations, recent.deviation() * seen.unit());
        var card = ModelCard.of(NAME, VERSION).withSettings(Map.of("season", Integer.toString(recent.period())));
        return new SpreadForecast(
                seen.series().name(),
                means,
                Spread.of(deviations, 0),
                ErrorShape.NORMAL,
                seen.support(recent.fitted()),
                seen.dataRange().map(card::withData).orElse(card),
                reason);
    }

    /**
     * What the last seasons show, in the history's own unit; a giant counts as the largest ordinary value.
     *
     * @param from   the first period that counts
     * @param known  how many values count
     * @param mean   of them
     * @param counts by place of the season
     * @param sums   by place of the season
     */
    private record Recently(
            double[] values, int period, int from, int known, double mean, int[] counts, double[] sums) {

        static Recently of(Observations seen) {
            var values = Arrays.stream(seen.values())
                    .map(it -> seen.ordinary(it) / seen.unit())
                    .toArray();
            int season = seen.series().seasonality().shortest();
            int period = season <= LONGEST_SEASON ? season : 1;
            int recent = Math.max(0, values.length - Math.max(FEWEST, SEASONS * period));
            boolean isSeen = Arrays.stream(values, recent, values.length).anyMatch(it -> !Double.isNaN(it));
            return of(values, period, isSeen ? recent : 0);
        }

        private static Recently of(double[] values, int period, int from) {
            var counts = new int[period];
            var sums = new double[period];
            double total = 0;
            int known = 0;
            for (int i = from; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    counts[i % period]++;
                    sums[i % period] += values[i];
                    total += values[i];
                    known++;
                }
            }
            return new Recently(values, period, from, known, total / known, counts, sums);
        }

        double mean(int index) {
            int place = index % period;
            return (sums[place] + DRAWN * mean) / (counts[place] + DRAWN);
        }

        double[] fitted() {
            var fitted = new double[values.length];
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] = i < from ? Double.NaN : mean(i);
            }
            return fitted;
        }

        /** Of values around their means, with the doubt about the mean. */
        double deviation() {
            double squares = 0;
            for (int i = from; i < values.length; i++) {
                double error = Double.isNaN(values[i]) ? 0 : values[i] - mean(i);
                squares += error * error;
            }
            return Math.sqrt(squares / Math.max(1, known - 1) * (1 + 1.0 / known));
        }
    }
}
