package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small panels to play with. */
final class Panels {

    static final StockTerms TERMS = StockTerms.of(2, .2, 1);
    private static final LocalDate FIRST = LocalDate.of(2021, 4, 12);

    private Panels() {}

    static ReplayItem item(String name, StockTerms terms, double... sold) {
        return new ReplayItem(series(name, sold), List.of("a"), terms);
    }

    static TimeSeries series(String name, double... sold) {
        return TimeSeries.of(name, sold).withCalendar(PeriodCalendar.weekly(FIRST));
    }

    static double[] constant(int periods, double units) {
        var sold = new double[periods];
        Arrays.fill(sold, units);
        return sold;
    }

    static double[] random(long seed, String name, int periods, double mean) {
        var draw = Draws.of(seed).keyed("test", name, 0);
        var counts = NegativeBinomial.of(mean, 2 * mean);
        var sold = new double[periods];
        for (int period = 0; period < periods; period++) {
            sold[period] = counts.quantile(draw.nextOpenDouble());
        }
        return sold;
    }

    static ReplayPanel random(long seed, int size, int periods, StockTerms terms) {
        var items = new ArrayList<ReplayItem>();
        for (int i = 0; i < size; i++) {
            items.add(item("item " + i, terms, random(seed, "item " + i, periods, 1 + i)));
        }
        return new ReplayPanel(items);
    }

    /** The same panel with other sales from a period on. */
    static ReplayPanel changedFrom(int period, ReplayPanel panel, double units) {
        return new ReplayPanel(panel.items().stream()
                .map(it -> {
                    var sold = it.sales().values();
                    Arrays.fill(sold, period, sold.length, units);
                    return item(it.sales().name(), it.terms(), sold);
                })
                .toList());
    }
}
