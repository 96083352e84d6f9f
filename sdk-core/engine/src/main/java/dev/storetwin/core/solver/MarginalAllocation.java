package dev.storetwin.core.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Shares scarce things among claims by marginal value: whoever makes most of the next unit gets it.
 *
 * <p>How it works. Each limit gets a price, the lowest at which the claims that are worth what they take keep within it (Everett 1963: the best
 * answers at fixed prices are the best for what they use). With several limits they are gone through until no price moves. At these prices everything is given that is worth more than its price. What is left of the limits is then filled in falling
 * order of gain per price, pack by pack; the fewest packs of a claim are given whole or not at all.
 *
 * <p>With one limit that is the order of gain per unit of it, so more of it never brings less: at the first thing that only the larger limit
 * can pay, all that the smaller one buys from there on costs less and brings less for each unit. It is short of the best by less than
 * one pack. With several limits the {@link #bound()} tells how much could be gained at most.
 */
public final class MarginalAllocation {

    private static final int SWEEPS = 40;
    private static final double STILL = 1e-7;

    private final List<Claim> claims;
    private final long[] most;
    private final List<List<Claim>> byLimit = new ArrayList<>();
    private final double[] prices;
    private final long[] given;
    private final long[] used;

    /**
     * Shares.
     *
     * @param most of each limit, not below zero
     */
    public MarginalAllocation(List<Claim> claims, long[] most) {
        this.claims = claims;
        this.most = most.clone();
        this.prices = new double[most.length];
        this.given = new long[claims.size()];
        this.used = new long[most.length];
        for (int i = 0; i < most.length; i++) {
            byLimit.add(new ArrayList<>());
        }
        for (var claim : claims) {
            for (int i = 0; i < claim.limits(); i++) {
                byLimit.get(claim.limit(i)).add(claim);
            }
        }
        settlePrices();
        giveWhatIsWorthIts();
        fill();
    }

    private void settlePrices() {
        int sweeps = most.length == 1 ? 1 : SWEEPS;
        boolean moved = true;
        for (int sweep = 0; sweep < sweeps && moved; sweep++) {
            moved = false;
            for (int limit = 0; limit < most.length; limit++) {
                double before = prices[limit];
                prices[limit] = LimitPrice.of(limit, most[limit], byLimit.get(limit), prices);
                moved |= Math.abs(prices[limit] - before) > STILL * Math.max(prices[limit], before);
            }
        }
    }

    private void giveWhatIsWorthIts() {
        for (int i = 0; i < given.length; i++) {
            long worth = claims.get(i).packsUpTo(claims.get(i).lastWorth(prices));
            if (fits(i, worth)) {
                give(i, worth);
            }
        }
    }

    /**
     * The next segment of a claim.
     *
     * @param ratio what it brings for its price
     */
    private record Next(int claim, int segment, double ratio) {}

    private void fill() {
        var best = Comparator.comparingDouble((Next it) -> -it.ratio()).thenComparingInt(Next::claim);
        var queue = new PriorityQueue<>(best);
        for (int i = 0; i < given.length; i++) {
            offer(i, queue);
        }
        while (!queue.isEmpty()) {
            var next = queue.remove();
            var claim = claims.get(next.claim());
            long wanted = claim.packsUpTo(next.segment());
            long fitting = next.segment() == 0 && !fits(next.claim(), wanted) ? 0 : fitting(next.claim(), wanted);
            give(next.claim(), fitting);
            if (fitting == wanted) {
                offer(next.claim(), queue);
            }
        }
    }

    private void offer(int index, PriorityQueue<Next> queue) {
        var claim = claims.get(index);
        int segment = 0;
        while (segment < claim.segments() && claim.packsUpTo(segment) <= given[index]) {
            segment++;
        }
        if (segment < claim.segments() && fitsMore(index, segment)) {
            double price = claim.price(prices);
            queue.add(new Next(index, segment, price > 0 ? claim.slope(segment) / price : Double.MAX_VALUE));
        }
    }

    /** Whether anything of a segment can be had. What is left only gets less, so what cannot be had now never can. */
    private boolean fitsMore(int index, int segment) {
        var claim = claims.get(index);
        return fits(index, segment == 0 ? claim.packsUpTo(0) : given[index] + 1);
    }

    /** As many packs up to so many as the limits still allow; never fewer than given already. */
    private long fitting(int index, long wanted) {
        var claim = claims.get(index);
        long count = wanted;
        for (int i = 0; i < claim.limits(); i++) {
            long perPack = claim.use(i, 1);
            long room = most[claim.limit(i)] - used[claim.limit(i)] + claim.use(i, given[index]);
            count = perPack > 0 ? Math.min(count, room / perPack) : count;
        }
        return Math.max(count, given[index]);
    }

    private boolean fits(int index, long count) {
        return fitting(index, count) == count;
    }

    private void give(int index, long count) {
        var claim = claims.get(index);
        for (int i = 0; i < claim.limits(); i++) {
            used[claim.limit(i)] += claim.use(i, count) - claim.use(i, given[index]);
        }
        given[index] = count;
    }

    /** Packs that a claim gets. */
    public long given(int claim) {
        return given[claim];
    }

    /** What is used of a limit. */
    public long used(int limit) {
        return used[limit];
    }

    /** What one unit more of a limit would bring at the margin; 0 where it does not bind. */
    public double price(int limit) {
        return prices[limit];
    }

    /** What all claims make of what they get. */
    public double gain() {
        double sum = 0;
        for (int i = 0; i < given.length; i++) {
            sum += claims.get(i).gain(given[i]);
        }
        return sum;
    }

    /** No way to share brings more than this. */
    public double bound() {
        double sum = 0;
        for (int limit = 0; limit < most.length; limit++) {
            sum += prices[limit] * most[limit];
        }
        for (var claim : claims) {
            int last = claim.lastWorth(prices);
            double paid = 0;
            long count = claim.packsUpTo(last);
            for (int i = 0; i < claim.limits(); i++) {
                paid += prices[claim.limit(i)] * claim.use(i, count);
            }
            sum += claim.gainUpTo(last) - paid;
        }
        return sum;
    }
}
