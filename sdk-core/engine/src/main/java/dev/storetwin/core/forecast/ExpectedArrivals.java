package dev.storetwin.core.forecast;

import dev.storetwin.state.Inbound;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is on its way, by the day on which it should be on the shelf. */
public final class ExpectedArrivals {

    private final double[] byDay;
    private final double later;
    private final List<String> caveats;

    private ExpectedArrivals(double[] byDay, double later, List<String> caveats) {
        this.byDay = byDay;
        this.later = later;
        this.caveats = List.copyOf(caveats);
    }

    /** Units, the first element for today. */
    public double[] byDay() {
        return byDay.clone();
    }

    /** Units that come after the last day. */
    public double later() {
        return later;
    }

    /** What had to be assumed, in words. */
    public List<String> caveats() {
        return caveats;
    }

    /** Units that come within the days. */
    public double total() {
        return Arrays.stream(byDay).sum();
    }

    /**
     * Puts deliveries on their days. What is overdue is hoped for tomorrow, what has no date is expected after the usual lead time.
     *
     * @param days     how many days from today on
     * @param leadDays when something without a date comes
     */
    public static ExpectedArrivals of(List<Inbound> inbound, LocalDate today, ZoneId zone, int days, int leadDays) {
        var byDay = new double[days];
        double later = 0;
        double overdue = 0;
        double undated = 0;
        for (var delivery : inbound) {
            double units = delivery.quantity().toDouble();
            long ahead = delivery.expectedAt()
                    .map(it -> ChronoUnit.DAYS.between(today, it.atZone(zone).toLocalDate()))
                    .orElse((long) leadDays);
            overdue += ahead < 0 ? units : 0;
            undated += delivery.expectedAt().isEmpty() ? units : 0;
            int day = (int) Math.min(days, ahead < 0 ? 1 : ahead);
            if (day < days) {
                byDay[day] += units;
            } else {
                later += units;
            }
        }
        return new ExpectedArrivals(byDay, later, caveats(overdue, undated, leadDays));
    }

    private static List<String> caveats(double overdue, double undated, int leadDays) {
        var caveats = new ArrayList<String>();
        if (overdue > 0) {
            caveats.add("%s units on order are overdue: they are counted on for tomorrow".formatted(number(overdue)));
        }
        if (undated > 0) {
            caveats.add("%s units on order have no date: they are counted on after %d days"
                    .formatted(number(undated), leadDays));
        }
        return caveats;
    }

    private static String number(double units) {
        return units == Math.rint(units) ? Long.toString(Math.round(units)) : Double.toString(units);
    }
}
