package dev.storetwin.core.inventory.placement;

import java.util.function.DoubleSupplier;

/** Looks for prices at which the Lagrangian bound is high. */
final class Ascent {

    /*
     * Subgradients, each deflected so that it does not undo the one before (Camerini, Fratta, Maffioli 1975), with steps after Held, Wolfe and
     * Crowder (1974). On the way an average of what the sites serve is kept: it comes near a solution of the linear relaxation, and says what the
     * search should branch on (Barahona and Anbil 2000).
     */

    private static final double MEMORY = 0.9;

    private final Numbers numbers;
    private final LagrangianBound lagrangian;
    private final WorkWatchdog work;

    /** How often a site served a customer lately, first by site. */
    final double[][] share;
    /** How often a site was open lately. */
    final double[] openShare;

    private double[] bestPrice = new double[0];

    Ascent(Numbers numbers, LagrangianBound lagrangian, WorkWatchdog work) {
        this.numbers = numbers;
        this.lagrangian = lagrangian;
        this.work = work;
        share = new double[numbers.sites()][numbers.customers()];
        openShare = new double[numbers.sites()];
    }

    /** Where the best bound was. */
    double[] bestPrice() {
        return bestPrice;
    }

    /**
     * Climbs from these prices.
     *
     * @param scale  of the first steps
     * @param target the cost of the best solution known, infinite while there is none
     * @param onWay  called after each step
     * @return the best bound
     */
    double climb(double[] from, Fixings fixings, int steps, double scale, DoubleSupplier target, Runnable onWay) {
        var price = from.clone();
        var direction = new double[price.length];
        bestPrice = from.clone();
        double best = Double.NEGATIVE_INFINITY;
        double pace = scale;
        int patience = Math.max(5, steps / 20);
        int stalled = 0;
        for (int step = 0; step < steps && (step == 0 || !work.isOver()); step++) {
            double bound = lagrangian.at(price, fixings);
            if (bound > best + 1e-7 * Math.abs(best)) {
                stalled = 0;
            } else if (++stalled >= patience) {
                stalled = 0;
                pace /= 2;
            }
            if (bound > best) {
                best = bound;
                bestPrice = price.clone();
            }
            remember(step == 0 ? 0 : Math.min(MEMORY, step / (step + 1.0)));
            if (numbers.raised(best) >= target.getAsDouble() || pace < 0.002) {
                break;
            }
            onWay.run();
            if (!move(price, direction, fixings, pace, distance(bound, target.getAsDouble()))) {
                break;
            }
        }
        return best;
    }

    /** How far there is to go; a guess while no solution is known. */
    private static double distance(double bound, double target) {
        return Double.isInfinite(target) ? 0.1 * Math.abs(bound) + 1 : target - bound;
    }

    /** A step up; false when every customer is served exactly once, so that there is none. */
    private boolean move(double[] price, double[] direction, Fixings fixings, double pace, double distance) {
        var slope = slope(price.length, fixings);
        double dot = 0;
        double old = 0;
        for (int i = 0; i < slope.length; i++) {
            dot += slope[i] * direction[i];
            old += direction[i] * direction[i];
        }
        double deflection = old > 0 ? Math.max(0, -1.5 * dot / old) : 0;
        double length = 0;
        for (int i = 0; i < slope.length; i++) {
            direction[i] = slope[i] + deflection * direction[i];
            length += direction[i] * direction[i];
        }
        if (length < 1e-12) {
            return false;
        }
        double step = pace * Math.max(distance, 1e-6) / length;
        for (int i = 0; i < price.length; i++) {
            price[i] += step * direction[i];
        }
        return true;
    }

    /** 1 for who is not served, negative for who is served too often. */
    private double[] slope(int customers, Fixings fixings) {
        var slope = new double[customers];
        for (int i = 0; i < customers; i++) {
            slope[i] = fixings.only[i] < 0 ? 1 : 0;
        }
        for (int j = 0; j < lagrangian.isOpen.length; j++) {
            if (lagrangian.isOpen[j]) {
                for (int i = 0; i < customers; i++) {
                    slope[i] -= lagrangian.served[j][i] ? 1 : 0;
                }
            }
        }
        return slope;
    }

    private void remember(double memory) {
        for (int j = 0; j < share.length; j++) {
            boolean isOpen = lagrangian.isOpen[j];
            openShare[j] = memory * openShare[j] + (isOpen ? 1 - memory : 0);
            for (int i = 0; i < share[j].length; i++) {
                share[j][i] = memory * share[j][i] + (isOpen && lagrangian.served[j][i] ? 1 - memory : 0);
            }
        }
    }
}
