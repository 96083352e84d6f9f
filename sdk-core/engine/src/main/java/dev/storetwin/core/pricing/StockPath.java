package dev.storetwin.core.pricing;

import java.util.ArrayList;

/**
 * What becomes of the stock of a channel when demand comes, with lost sales.
 *
 * <p>How it works: between two deliveries stock only falls, and falls as demand adds up. So a stretch of days is either served as a whole, or
 * there is one day on which the stock ends; both are read off the sums of demand without going through the days.
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
    record Stretch(int from, int to, double arrival, boolean limited) {}

    /** What was summed up over futures. */
    static final class Course {

        private double sold;
        private double held;
        private double left;
        private double leftCost;
        private int stockOuts;

        void addLeftCost(double cost) {
            leftCost += cost;
        }

        double sold() {
            return sold;
        }

        /** Units at the end of each day, summed over the days. */
        double held() {
            return held;
        }

        double left() {
            return left;
        }

        /** Of what is left. */
        double leftCost() {
            return leftCost;
        }

        /** Futures in which some demand found nothing. */
        int stockOuts() {
            return stockOuts;
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

    /**
     * Adds one future.
     *
     * @param factor by which demand is multiplied
     * @return the units left at the end, not below zero
     */
    double follow(CumulativeDemand demand, double factor, Course sum) {
        double units = start;
        boolean lost = false;
        for (var stretch : stretches) {
            units += stretch.arrival();
            double there = Math.max(0, units);
            double wanted = factor * demand.between(stretch.from(), stretch.to());
            double served = Math.min(there, wanted);
            lost |= stretch.limited() && served < wanted;
            sum.sold += stretch.limited() ? served : wanted;
            sum.held += held(demand, factor, stretch, there, served == wanted);
            units -= served;
        }
        double left = Math.max(0, units);
        sum.left += left;
        sum.stockOuts += lost ? 1 : 0;
        return left;
    }

    private static double held(
            CumulativeDemand demand, double factor, Stretch stretch, double there, boolean isServed) {
        if (there == 0) {
            return 0;
        }
        int end = isServed ? stretch.to() : demand.dayOf(there / factor, stretch.from(), stretch.to());
        return (end - stretch.from()) * there - factor * demand.unitDays(stretch.from(), end);
    }
}
