package dev.storetwin.core.inventory.placement;

import java.util.Arrays;

/**
 * What a placement costs at least, when each customer pays a price for being served instead of having to be.
 *
 * <p>Then the sites do not know each other: each serves those who pay most for their place in it, a knapsack, and is open when that pays for opening, or
 * because the open ones must have room for all demand, one more knapsack. No placement is cheaper than that, at any prices (Geoffrion 1974;
 * Cornuejols, Sridharan, Thizy 1991).
 */
final class LagrangianBound {

    private final Numbers numbers;
    private final WorkWatchdog work;
    private final Knapsack[] knapsacks;
    private final int[][] order;
    private final double[] profit;
    private final double[] gain;
    /** The room that each site had when its gain was worked out: decisions since then must not be counted twice. */
    private final double[] room;

    private final Knapsack cover;
    private final int[] coverOrder;
    private final boolean[] kept;

    /** What each site serves at these prices. */
    final boolean[][] served;
    /** Which sites are open. */
    final boolean[] isOpen;

    private double paid;

    LagrangianBound(Numbers numbers, WorkWatchdog work) {
        this.numbers = numbers;
        this.work = work;
        int sites = numbers.sites();
        int customers = numbers.customers();
        knapsacks = new Knapsack[sites];
        order = new int[sites][customers];
        served = new boolean[sites][customers];
        for (int j = 0; j < sites; j++) {
            knapsacks[j] = new Knapsack(customers);
            Arrays.setAll(order[j], i -> i);
        }
        profit = new double[customers];
        gain = new double[sites];
        room = new double[sites];
        isOpen = new boolean[sites];
        cover = new Knapsack(sites);
        coverOrder = new int[sites];
        Arrays.setAll(coverOrder, j -> j);
        kept = new boolean[sites];
    }

    /** The bound at these prices; infinite when not even the open sites together are large enough. */
    double at(double[] price, Fixings fixings) {
        paid = 0;
        for (int i = 0; i < price.length; i++) {
            int only = fixings.only[i];
            paid += only < 0 ? price[i] : numbers.cost()[only][i];
        }
        for (int j = 0; j < gain.length; j++) {
            if (fixings.site[j] != Fixings.CLOSED) {
                gain[j] = gain(j, price, fixings);
            }
        }
        return paid + sites(fixings, -1, Fixings.FREE);
    }

    private double gain(int j, double[] price, Fixings fixings) {
        var cost = numbers.cost()[j];
        for (int i = 0; i < price.length; i++) {
            profit[i] = fixings.only[i] < 0 && fixings.allows(i, j) ? price[i] - cost[i] : 0;
        }
        room[j] = Math.max(0, fixings.room[j]) + numbers.slack();
        knapsacks[j].fill(profit, numbers.demand(), order[j], room[j]);
        double best = knapsacks[j].solve(room[j]);
        knapsacks[j].took(served[j]);
        work.did(knapsacks[j].steps());
        return best;
    }

    /** What the sites cost together, one of them perhaps in a state of its own. Leaves in {@link #isOpen} who is open. */
    private double sites(Fixings fixings, int except, byte state) {
        double cost = 0;
        double missing = numbers.totalDemand();
        double optional = 0;
        var saved = new double[gain.length];
        for (int j = 0; j < gain.length; j++) {
            byte is = j == except ? state : fixings.site[j];
            double net = numbers.opening()[j] - gain[j];
            isOpen[j] = is == Fixings.OPEN || (is == Fixings.FREE && net <= 0);
            if (isOpen[j]) {
                cost += net;
                missing -= numbers.capacity()[j];
            } else if (is == Fixings.FREE) {
                saved[j] = net;
                optional += numbers.capacity()[j];
            }
        }
        return cost + cover(saved, optional, missing);
    }

    /** The cheapest of the optional sites whose room makes up for what is missing: all but the most expensive that need not be. */
    private double cover(double[] saved, double optional, double missing) {
        if (missing <= numbers.slack()) {
            return 0;
        }
        double spare = optional - missing + numbers.slack();
        if (spare < 0) {
            return Double.POSITIVE_INFINITY;
        }
        cover.fill(saved, numbers.capacity(), coverOrder, spare);
        double all = 0;
        for (double each : saved) {
            all += each;
        }
        double least = all - cover.solveCounted(spare);
        cover.took(kept);
        for (int j = 0; j < saved.length; j++) {
            isOpen[j] |= saved[j] > 0 && !kept[j];
        }
        work.did(cover.steps());
        return least;
    }

    /** The bound if this site were opened or closed, at the prices last asked about. */
    double with(int site, byte state, Fixings fixings) {
        return paid + sites(fixings, site, state);
    }

    /** The bound if this site served this customer, who pays this price. {@code withSite}: the bound if the site is open. */
    double with(int customer, int site, double withSite, double price) {
        double left = Math.max(0, room[site] - numbers.demand()[customer]);
        double others = knapsacks[site].relaxedWithout(customer, left);
        return withSite + gain[site] - others - (price - numbers.cost()[site][customer]);
    }
}
