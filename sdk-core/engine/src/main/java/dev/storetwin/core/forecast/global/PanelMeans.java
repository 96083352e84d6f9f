package dev.storetwin.core.forecast.global;

import java.util.List;

/**
 * What all series together did, period by period, each by its level until then so that none outweighs the others and nothing is
 * foreseen. Periods are counted back from the end, where series that are sold today meet.
 */
final class PanelMeans {

    private final double[] means;

    private PanelMeans(double[] means) {
        this.means = means;
    }

    static PanelMeans of(List<History> panel) {
        int longest = panel.stream().mapToInt(History::size).max().orElse(0);
        var sums = new double[longest];
        var counts = new int[longest];
        for (var history : panel) {
            for (int i = history.start(); i < history.size(); i++) {
                int back = history.size() - i;
                if (!Double.isNaN(history.value(i))) {
                    sums[back - 1] += history.value(i) / history.meanSize(0, i + 1);
                    counts[back - 1]++;
                }
            }
        }
        for (int i = 0; i < longest; i++) {
            sums[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
        }
        return new PanelMeans(sums);
    }

    /**
     * Mean over all series of one period.
     *
     * @param back periods before the end, 1 for the last one
     */
    double value(int back) {
        return back < 1 || back > means.length ? Double.NaN : means[back - 1];
    }

    /** Mean of so many periods, the last one of them at the given place. */
    double mean(int back, int periods) {
        double sum = 0;
        int known = 0;
        for (int i = back; i < back + periods; i++) {
            double value = value(i);
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }
}
