package dev.storetwin.core.pricing;

import java.util.Arrays;

/**
 * What was summed up over futures of demand, for each of many levels: factors that demand is multiplied by, in ascending order.
 *
 * <p>A number of one level never depends on which others are asked for with it.
 */
final class StockCourses {

    private final double[] factors;
    private final double[] sold;
    private final double[] held;
    private final double[] left;
    private final double[] leftCost;
    private final int[] stockOuts;
    private final double[] units;
    private final Leftover leftover;
    private final double pace;
    private int lostFrom;

    /**
     * Nothing yet.
     *
     * @param factors ascending
     * @param pace    units that are sold a day when demand is multiplied by 1
     */
    StockCourses(double[] factors, double pace, Leftover leftover) {
        this.factors = factors;
        this.sold = new double[factors.length];
        this.held = new double[factors.length];
        this.left = new double[factors.length];
        this.leftCost = new double[factors.length];
        this.stockOuts = new int[factors.length];
        this.units = new double[factors.length];
        this.leftover = leftover;
        this.pace = pace;
    }

    void begin(double stock) {
        Arrays.fill(units, stock);
        lostFrom = factors.length;
    }

    void arrive(double arrival) {
        for (int i = 0; arrival != 0 && i < units.length; i++) {
            units[i] += arrival;
        }
    }

    /** The levels at which a stretch of days finds all it wants: so many, the lowest. */
    int serve(StockPath.Stretch stretch, CumulativeDemand demand) {
        double wanted = demand.between(stretch.from(), stretch.to());
        double unitDays = demand.unitDays(stretch.from(), stretch.to());
        int days = stretch.days();
        int level = 0;
        for (; level < factors.length && factors[level] * wanted <= units[level]; level++) {
            sold[level] += factors[level] * wanted;
            held[level] += days * units[level] - factors[level] * unitDays;
            units[level] -= factors[level] * wanted;
        }
        return level;
    }

    /** The levels above: what is there is sold by one day, the earlier the higher the level. */
    void runOut(StockPath.Stretch stretch, CumulativeDemand demand, int served) {
        double wanted = demand.between(stretch.from(), stretch.to());
        int end = stretch.to();
        for (int level = served; level < factors.length; level++) {
            double there = Math.max(0, units[level]);
            if (there > 0) {
                end = demand.dayOf(there / factors[level], stretch.from(), end);
                held[level] += (end - stretch.from()) * there - factors[level] * demand.unitDays(stretch.from(), end);
                units[level] = 0;
            }
            sold[level] += stretch.limited() ? there : factors[level] * wanted;
        }
        lostFrom = stretch.limited() && wanted > 0 ? Math.min(lostFrom, served) : lostFrom;
    }

    void end() {
        for (int level = 0; level < factors.length; level++) {
            double rest = Math.max(0, units[level]);
            left[level] += rest;
            leftCost[level] += leftover.cost(rest, factors[level] * pace);
            stockOuts[level] += level >= lostFrom ? 1 : 0;
        }
    }

    double sold(int level) {
        return sold[level];
    }

    /** Units at the end of each day, summed over the days. */
    double held(int level) {
        return held[level];
    }

    double left(int level) {
        return left[level];
    }

    /** Of what is left. */
    double leftCost(int level) {
        return leftCost[level];
    }

    /** Futures in which some demand found nothing. */
    int stockOuts(int level) {
        return stockOuts[level];
    }
}
