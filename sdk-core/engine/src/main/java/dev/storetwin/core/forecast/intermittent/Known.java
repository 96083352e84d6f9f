package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.DataRange;
import dev.storetwin.model.ModelCard;

/** What a series tells the methods of this room. */
final class Known {

    private Known() {}

    /** Values that say what demand was; {@code NaN} for the others. */
    static double[] values(TimeSeries series) {
        var values = series.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = series.isKnown(i) ? values[i] : Double.NaN;
        }
        return values;
    }

    static History history(TimeSeries series) {
        return History.of(values(series));
    }

    static ModelCard card(String name, String version, TimeSeries series, History history) {
        var card = ModelCard.of(name, version);
        int known = history.waited() + history.known();
        return known == 0
                ? card
                : card.withData(new DataRange(series.labelOf(0), series.labelOf(series.size() - 1), known));
    }

    static String reason(History history, String usual) {
        if (history.waited() + history.known() == 0) {
            return "no known value in the history: nothing is expected until something is seen";
        }
        return history.known() == 0 ? "nothing was ever sold: nothing is expected until something is" : usual;
    }
}
