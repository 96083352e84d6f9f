package dev.storetwin.core.pricing;

import java.util.Arrays;

/**
 * One future of demand, summed up from the first day on, so that any stretch of days costs the same.
 *
 * @param units    wanted in the first n days; one more than there are days
 * @param unitDays sum of {@code units} over the first n days: what all who come by then have waited for
 */
record CumulativeDemand(double[] units, double[] unitDays) {

    /** @param demand by day; below zero counts as none */
    static CumulativeDemand of(double[] demand) {
        var units = new double[demand.length + 1];
        var unitDays = new double[demand.length + 1];
        for (int day = 0; day < demand.length; day++) {
            units[day + 1] = units[day] + Math.max(0, demand[day]);
            unitDays[day + 1] = unitDays[day] + units[day + 1];
        }
        return new CumulativeDemand(units, unitDays);
    }

    /** One for each row. */
    static CumulativeDemand[] ofAll(double[][] demand) {
        return Arrays.stream(demand).map(CumulativeDemand::of).toArray(CumulativeDemand[]::new);
    }

    int days() {
        return units.length - 1;
    }

    /** Wanted in the first days. */
    double until(int days) {
        return units[days];
    }

    /** Wanted in the days from one on, another excluded. */
    double between(int from, int to) {
        return units[to] - units[from];
    }

    /** What was wanted since {@code from} by the end of each day, summed over the days. */
    double unitDays(int from, int to) {
        return unitDays[to] - unitDays[from] - (to - from) * units[from];
    }

    /** The first day from {@code from} on by whose end at least so much was wanted since; {@code to} when there is none. */
    int dayOf(double wanted, int from, int to) {
        double level = units[from] + wanted;
        int day = to;
        while (day > from && units[day] >= level) {
            day--;
        }
        return day;
    }
}
