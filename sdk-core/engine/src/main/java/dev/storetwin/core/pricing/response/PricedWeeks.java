package dev.storetwin.core.pricing.response;

import dev.storetwin.core.pricing.elasticity.PanelColumn;
import dev.storetwin.core.pricing.elasticity.PricePanel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weeks of one SKU in one channel as observations of prices and units.
 *
 * <p>A week counts when the SKU was on offer for a good part of it, by how much each day of the week sells; units are those of a whole week. The
 * price is the weighted geometric mean of its days.
 *
 * @param costs  by week; NaN where not known
 * @param rivals what competitors asked, by week; NaN where not known
 */
record PricedWeeks(String name, String group, PricedSales sales, double[] costs, double[] rivals) {

    static final List<PanelColumn> COLUMNS = List.of(
            PanelColumn.number("promoted"),
            PanelColumn.number("channel tide"),
            PanelColumn.number("week of year"),
            PanelColumn.price("competitors"));

    private static final double GOOD_PART = ChannelTide.WEEK / 2.0;
    private static final int A_YEAR = 52;

    /** @param from a Monday, the first day */
    void addTo(PricePanel.Builder panel, ChannelTide tide, LocalDate from) {
        var days = tide.days();
        var tides = tide.weeksWithout(sales);
        for (int week = 0; week < tides.length; week++) {
            var sold = Week.of(sales, week, days);
            if (sold.offered() >= GOOD_PART) {
                panel.add(
                        name,
                        group,
                        "",
                        week,
                        sold.price(),
                        sold.units(),
                        costs[week],
                        sold.promoted(),
                        StrictMath.log(tides[week]),
                        weekOfYear(from, week, tides.length),
                        rivals[week]);
            }
        }
    }

    /** 0 in a history in which no week comes twice. */
    private static double weekOfYear(LocalDate from, int week, int weeks) {
        return weeks <= A_YEAR ? 0 : from.plusWeeks(week).getDayOfYear() / ChannelTide.WEEK;
    }

    /** Weeks in which it was on offer at all, and the prices that it was sold at. */
    SeenPrices seen() {
        var prices = IntStream.range(0, sales.units().length)
                .filter(day -> sales.usable()[day])
                .mapToDouble(day -> sales.prices()[day])
                .summaryStatistics();
        int weeks = (int) IntStream.range(0, sales.units().length)
                .filter(day -> sales.usable()[day])
                .map(day -> day / ChannelTide.WEEK)
                .distinct()
                .count();
        return weeks == 0 ? SeenPrices.NONE : new SeenPrices(weeks, prices.getMin(), prices.getMax());
    }

    void addTo(Fingerprint fingerprint) {
        sales.addTo(fingerprint);
        fingerprint.add(costs).add(rivals);
    }

    /**
     * One week.
     *
     * @param offered days, each by how much it sells
     * @param units   of a whole week
     */
    private record Week(double offered, double price, double units, double promoted) {

        static Week of(PricedSales sales, int week, double[] days) {
            double sold = 0;
            double offered = 0;
            double logPrice = 0;
            double promoted = 0;
            for (int day = week * ChannelTide.WEEK; day < (week + 1) * ChannelTide.WEEK; day++) {
                if (sales.usable()[day]) {
                    double weight = days[day % ChannelTide.WEEK];
                    sold += sales.units()[day];
                    offered += weight;
                    logPrice += weight * StrictMath.log(sales.prices()[day]);
                    promoted += sales.promoted()[day] ? weight : 0;
                }
            }
            return offered == 0
                    ? new Week(0, 0, 0, 0)
                    : new Week(
                            offered,
                            StrictMath.exp(logPrice / offered),
                            Math.max(0, sold) * ChannelTide.WEEK / offered,
                            promoted / offered);
        }
    }
}
