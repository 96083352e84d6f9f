package dev.storetwin.core.pricing.response;

import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.state.TwinState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** What was sold week by week while a SKU was on offer: what a demand curve can be looked at beside. */
public final class WeeksSold {

    private WeeksSold() {}

    /** Whole weeks before the moment of a question, the oldest first; weeks without a day on offer are left out. */
    public static List<DemandCurve.Week> of(TwinState state, PriceQuestion question, int historyDays) {
        var today = question.asOf().atZone(state.zone()).toLocalDate();
        var until = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var from = until.minusWeeks(historyDays / ChannelTide.WEEK);
        var sales = PricedSales.of(state, question.sku(), question.channel(), from, until);
        var weeks = new ArrayList<DemandCurve.Week>();
        for (int first = 0; first < sales.units().length; first += ChannelTide.WEEK) {
            week(sales, first, from.plusDays(first), weeks);
        }
        return weeks;
    }

    private static void week(PricedSales sales, int first, LocalDate monday, List<DemandCurve.Week> weeks) {
        double units = 0;
        double logPrice = 0;
        int days = 0;
        boolean promoted = false;
        for (int day = first; day < first + ChannelTide.WEEK; day++) {
            if (sales.usable()[day]) {
                units += sales.units()[day];
                logPrice += StrictMath.log(sales.prices()[day]);
                promoted |= sales.promoted()[day];
                days++;
            }
        }
        if (days > 0) {
            weeks.add(new DemandCurve.Week(monday, StrictMath.exp(logPrice / days), units, days, promoted));
        }
    }
}
