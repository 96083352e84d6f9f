package dev.storetwin.benchmarks.replenishment;

import java.time.temporal.IsoFields;

/**
 * Order up to four weeks of a 13-week seasonal moving average: one factor per week of the year over all shelves, the mean of the last
 * thirteen weeks by shelf, weeks out of stock left out.
 */
final class SeasonalAverage implements OrderPolicy {

    private static final int WINDOW = 13;
    private static final int COVER = 4;
    private static final int WEEKS = 54;

    @Override
    public long[] orders(WeeklyPanel panel, int week, ShelfState[] shelves) {
        var forecast = forecast(panel, week, COVER);
        var orders = new long[shelves.length];
        for (int i = 0; i < orders.length; i++) {
            double wanted = 0;
            for (double units : forecast[i]) {
                wanted += units;
            }
            orders[i] = Math.round(Math.max(0, wanted - shelves[i].position()));
        }
        return orders;
    }

    double[][] forecast(WeeklyPanel panel, int week, int horizon) {
        var season = season(panel, week);
        var forecast = new double[panel.shelves()][horizon];
        for (int i = 0; i < forecast.length; i++) {
            double sum = 0;
            int known = 0;
            for (int past = Math.max(0, week - WINDOW); past < week; past++) {
                if (panel.inStock()[i][past]) {
                    sum += panel.sales()[i][past] / season[weekOfYear(panel, past)];
                    known++;
                }
            }
            for (int step = 0; step < horizon; step++) {
                forecast[i][step] = known == 0 ? 0 : sum / known * season[weekOfYear(panel, week + step)];
            }
        }
        return forecast;
    }

    /** Mean sales of a week of the year by the mean of these means. */
    private static double[] season(WeeklyPanel panel, int until) {
        var sums = new double[WEEKS];
        var counts = new int[WEEKS];
        for (int week = 0; week < until; week++) {
            double sold = 0;
            int known = 0;
            for (int i = 0; i < panel.shelves(); i++) {
                sold += panel.inStock()[i][week] ? panel.sales()[i][week] : 0;
                known += panel.inStock()[i][week] ? 1 : 0;
            }
            if (known > 0) {
                sums[weekOfYear(panel, week)] += sold / known;
                counts[weekOfYear(panel, week)]++;
            }
        }
        double all = 0;
        int seen = 0;
        for (int i = 0; i < WEEKS; i++) {
            all += counts[i] == 0 ? 0 : sums[i] / counts[i];
            seen += counts[i] == 0 ? 0 : 1;
        }
        var season = new double[WEEKS];
        for (int i = 0; i < WEEKS; i++) {
            season[i] = counts[i] == 0 || sums[i] == 0 ? 1 : sums[i] / counts[i] / (all / seen);
        }
        return season;
    }

    private static int weekOfYear(WeeklyPanel panel, int week) {
        return panel.monday(week).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
