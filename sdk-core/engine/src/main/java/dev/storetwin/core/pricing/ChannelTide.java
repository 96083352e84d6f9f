package dev.storetwin.core.pricing;

import java.util.Arrays;

/**
 * How a whole channel sells by day of the week and from week to week: what moves all its SKUs together is not an answer to one price.
 *
 * <p>Every SKU counts by its sales relative to its own mean, cut at a few times that, so that neither a big seller nor a giant order is
 * the tide. When the tide is put to one SKU, that SKU is taken out of it, and the fewer others there are the less it is believed.
 */
final class ChannelTide {

    static final int WEEK = 7;

    private static final double GIANT = 5;
    private static final double ENOUGH_OTHERS = 20;
    private static final double LEAST = .05;

    private final double[] soldByDay = new double[WEEK];
    private final double[] offeredByDay = new double[WEEK];
    private final double[] soldByWeek;
    private final double[] offeredByWeek;
    private int members;

    ChannelTide(int weeks) {
        this.soldByWeek = new double[weeks];
        this.offeredByWeek = new double[weeks];
    }

    void add(PricedSales sales) {
        double pace = sales.pace();
        if (pace == 0) {
            return;
        }
        members++;
        for (int day = 0; day < sales.units().length; day++) {
            if (sales.usable()[day]) {
                double relative = relative(sales, pace, day);
                soldByDay[day % WEEK] += relative;
                offeredByDay[day % WEEK]++;
                soldByWeek[day / WEEK] += relative;
                offeredByWeek[day / WEEK]++;
            }
        }
    }

    private static double relative(PricedSales sales, double pace, int day) {
        return Math.min(GIANT * WEEK, sales.units()[day] / pace);
    }

    /** Shares of the days of the week, 1 on average, Monday first. */
    double[] days() {
        double all = Arrays.stream(soldByDay).sum()
                / Math.max(1, Arrays.stream(offeredByDay).sum());
        var days = new double[WEEK];
        for (int day = 0; day < WEEK; day++) {
            double pace = offeredByDay[day] == 0 ? all : soldByDay[day] / offeredByDay[day];
            days[day] = all == 0 ? 1 : Math.max(LEAST, pace / all);
        }
        return days;
    }

    /** How much higher each week was than usual, without the SKU itself. */
    double[] weeksWithout(PricedSales own) {
        double pace = own.pace();
        var weeks = new double[soldByWeek.length];
        double trust = (members - 1) / (members - 1 + ENOUGH_OTHERS);
        for (int week = 0; week < weeks.length; week++) {
            double sold = soldByWeek[week];
            double offered = offeredByWeek[week];
            for (int day = week * WEEK; day < (week + 1) * WEEK; day++) {
                if (own.usable()[day] && pace > 0) {
                    sold -= relative(own, pace, day);
                    offered--;
                }
            }
            double level = offered < 1 ? 1 : Math.max(LEAST, sold / offered);
            weeks[week] = StrictMath.pow(level, Math.max(0, trust));
        }
        return weeks;
    }
}
