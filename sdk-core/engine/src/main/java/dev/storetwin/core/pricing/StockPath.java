package dev.storetwin.core.pricing;

import java.util.ArrayList;

/**
 * What becomes of the stock of a channel when demand comes, with lost sales, for many levels of that demand at once.
 *
 * <p>How it works: between two deliveries stock only falls, and falls as demand adds up. So a stretch of days is either served as a whole, or
 * there is one day on which the stock ends; both are read off the sums of demand without going through the days. More demand never leaves
 * more stock: with the levels in ascending order the first few are served, and for the others that day only moves forward.
 *
 * @param start     units at the beginning; negative when oversold
 * @param stretches of days with a delivery on the first one or none at all, in order
 */
record StockPath(double start, Stretch[] stretches) {

    /**
     * Days without a delivery but on the first.
     *
     * @param from    the first day
     * @param to      behind the last
     * @param arrival units on the first day
     * @param limited whether only what is there can be sold
     */
    record Stretch(int from, int to, double arrival, boolean limited) {

        int days() {
            return to - from;
        }
    }

    static StockPath of(ChannelStock stock, int days) {
        var arrivals = stock.arrivals();
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        for (int day = 1; day <= days; day++) {
            if (day == days || arrivals[day] != 0 || day == stock.refilledDay()) {
                stretches.add(new Stretch(from, day, arrivals[from], from < stock.refilledDay()));
                from = day;
            }
        }
        return new StockPath(stock.start(), stretches.toArray(Stretch[]::new));
    }

    /** Adds one future of demand, at each of the levels. */
    void follow(CumulativeDemand demand, StockCourses sums) {
        sums.begin(start);
        for (var stretch : stretches) {
            sums.arrive(stretch.arrival());
            int served = sums.serve(stretch, demand);
            sums.runOut(stretch, demand, served);
        }
        sums.end();
    }
}
