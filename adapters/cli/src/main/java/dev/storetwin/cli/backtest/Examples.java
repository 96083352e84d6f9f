package dev.storetwin.cli.backtest;

import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A few series to look at: from the one that sells most to the one that sells least, evenly spread between. */
public final class Examples {

    private Examples() {}

    /** Forecasts of their last periods, by a method that knows all series up to then. */
    public static List<Foretold> of(List<TimeSeries> series, DemandForecaster method, int horizon, int count) {
        var judged = series.stream().filter(it -> it.size() > horizon).toList();
        var informed = method.among(
                judged.stream().map(it -> it.head(it.size() - horizon)).toList(), horizon);
        return spread(judged, count).stream()
                .map(it -> {
                    int origin = it.size() - horizon;
                    return new Foretold(it, origin, informed.forecast(it.head(origin), horizon));
                })
                .toList();
    }

    static List<TimeSeries> spread(List<TimeSeries> series, int count) {
        var sorted = series.stream()
                .sorted(Comparator.comparingDouble(Examples::level).reversed().thenComparing(TimeSeries::name))
                .toList();
        if (sorted.size() <= count) {
            return sorted;
        }
        var few = new ArrayList<TimeSeries>();
        for (int i = 0; i < count; i++) {
            few.add(sorted.get(i * (sorted.size() - 1) / (count - 1)));
        }
        return few;
    }

    private static double level(TimeSeries series) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < series.size(); i++) {
            if (!Double.isNaN(series.value(i))) {
                sum += series.value(i);
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }
}
