package dev.storetwin.core.solver;

import java.util.List;

/**
 * The price of one limit, the prices of the others given.
 *
 * <p>How it works: a segment of a claim is worth its price up to a threshold, what its packs bring beyond the prices of the other limits, for each
 * unit of this one. The lowest price at which what is worth it keeps within the limit is one of the thresholds, or nothing. It is found as a weighted
 * quantile is: a threshold splits those that are left, and on which side of it the price lies is told by what the dearer ones use. All thresholds
 * lie side by side, since they are many and gone through some times.
 */
final class LimitPrice {

    private final long most;
    private final double[] threshold;
    private final long[] uses;
    private int count;

    private LimitPrice(int limit, long most, List<Claim> claims, double[] prices) {
        this.most = most;
        int segments = claims.stream().mapToInt(Claim::segments).sum();
        this.threshold = new double[segments];
        this.uses = new long[segments];
        for (var claim : claims) {
            add(claim, limit, prices);
        }
    }

    /**
     * The lowest price.
     *
     * @param claims under this limit
     * @param prices of all limits; that of this one does not count
     */
    static double of(int limit, long most, List<Claim> claims, double[] prices) {
        return new LimitPrice(limit, most, claims, prices).lowest();
    }

    /** What is worth nothing beyond the prices of the others is not bought at any price, and left out. */
    private void add(Claim claim, int limit, double[] prices) {
        double others = 0;
        long perPack = 0;
        for (int i = 0; i < claim.limits(); i++) {
            if (claim.limit(i) == limit) {
                perPack = claim.use(i, 1);
            } else {
                others += prices[claim.limit(i)] * claim.use(i, 1);
            }
        }
        for (int segment = 0; perPack > 0 && segment < claim.segments(); segment++) {
            double worth = (claim.slope(segment) - others) / perPack;
            if (worth > 0) {
                threshold[count] = worth;
                uses[count++] = Math.multiplyExact(perPack, claim.packsUpTo(segment) - claim.packsUpTo(segment - 1));
            }
        }
    }

    private double lowest() {
        if (added(0, 0, count) <= most) {
            return 0;
        }
        double lowest = Double.POSITIVE_INFINITY;
        long dearer = 0;
        int from = 0;
        int to = count;
        while (from < to) {
            double price = threshold[(from + to) >>> 1];
            int equal = front(from, to, price, false);
            long above = added(dearer, from, equal);
            if (above <= most) {
                lowest = price;
                int less = front(equal, to, price, true);
                dearer = added(above, equal, less);
                from = less;
            } else {
                to = equal;
            }
        }
        return lowest;
    }

    /** Brings those above a price to the front of a range, or those at it; answers where they end. */
    private int front(int from, int to, double price, boolean orAt) {
        int next = from;
        for (int i = from; i < to; i++) {
            double at = threshold[i];
            if (at > price || (orAt && at == price)) {
                long use = uses[i];
                threshold[i] = threshold[next];
                uses[i] = uses[next];
                threshold[next] = at;
                uses[next++] = use;
            }
        }
        return next;
    }

    /** Added up to the most that can be counted, which is more than any limit has. */
    private long added(long used, int from, int to) {
        long sum = used;
        for (int i = from; i < to; i++) {
            sum += Math.min(uses[i], Long.MAX_VALUE - sum);
        }
        return sum;
    }
}
