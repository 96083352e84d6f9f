package dev.storetwin.core.pricing;

import java.util.Arrays;

/**
 * What was summed up over futures of demand, for each of many levels: factors that demand is multiplied by, in ascending order.
 *
 * <p>How it works: of the higher level never more is left, whatever comes and goes. So those that find all they want, and those that have
 * anything left, are the lowest each. A number of one level never depends on which others are asked for with it.
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
        int served = served(wanted);
        for (int level = 0; level < served; level++) {
            sold[level] += factors[level] * wanted;
            held[level] += days * units[level] - factors[level] * unitDays;
            units[level] -= factors[level] * wanted;
        }
        return served;
    }

    private int served(double wanted) {
        int low = 0;
        int high = factors.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (factors[middle] * wanted <= units[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The levels above: what is there is sold by one day, the earlier the higher the level. */
    void runOut(StockPath.Stretch stretch, CumulativeDemand demand, int served) {
        double wanted = demand.between(stretch.from(), stretch.to());
        int end = stretch.to();
        for (int level = served; level < factors.length && units[level] > 0; level++) {
            double there = units[level];
            end = demand.dayOf(there / factors[level], stretch.from(), end);
            held[level] += (end - stretch.from()) * there - factors[level] * demand.unitDays(stretch.from(), end);
            sold[level] += stretch.limited() ? there : 0;
            units[level] = 0;
        }
        for (int level = served; level < factors.length && !stretch.limited(); level++) {
            sold[level] += factors[level] * wanted;
        }
        lostFrom = stretch.limited() && wanted > 0 ? Math.min(lostFrom, served) : lostFrom;
    }

    void end() {
        for (int level = 0; level < factors.length && units[level] > 0; level++) {
            left[level] += units[level];
            leftCost[level] += leftover.cost(units[level], factors[level] * pace);
        }
        for (int level = lostFrom; level < factors.length; level++) {
            stockOuts[level]++;
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
