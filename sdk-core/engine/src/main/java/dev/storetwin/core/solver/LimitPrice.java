package dev.storetwin.core.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * The price of one limit, the prices of the others given.
 *
 * <p>How it works: a segment of a claim is worth its price up to a threshold, what its packs bring beyond the prices of the other limits, for each
 * unit of this one. The lowest price at which what is worth it keeps within the limit is one of the thresholds. It is found as a weighted
 * quantile is: a threshold splits those that are left; on which side the price lies is told by what the claims use there; claims without
 * a threshold left are settled.
 */
final class LimitPrice {

    private final long most;
    private final double[] prices;
    private final int limit;
    private List<Open> open = new ArrayList<>();
    private long settled;
    private double high;

    private LimitPrice(int limit, long most, double[] prices) {
        this.limit = limit;
        this.most = most;
        this.prices = prices;
    }

    /**
     * The lowest price.
     *
     * @param claims under this limit
     * @param prices of all limits; that of this one does not count
     */
    static double of(int limit, long most, List<Claim> claims, double[] prices) {
        return new LimitPrice(limit, most, prices).lowest(claims);
    }

    /** A claim with the segments whose thresholds lie between the lowest and the highest price that are still possible. */
    private static final class Open {

        private final Claim claim;
        private final double others;
        private final long perPack;
        private int from;
        private int to;

        Open(Claim claim, double others, long perPack) {
            this.claim = claim;
            this.others = others;
            this.perPack = perPack;
            this.to = claim.segments();
        }

        double threshold(int segment) {
            return (claim.slope(segment) - others) / perPack;
        }

        /** How many of its segments have a threshold above a price, or at it. */
        int above(double price, boolean orAt) {
            int first = from;
            int last = to;
            while (first < last) {
                int middle = (first + last) >>> 1;
                double threshold = threshold(middle);
                if (threshold > price || (orAt && threshold == price)) {
                    first = middle + 1;
                } else {
                    last = middle;
                }
            }
            return first;
        }

        long use(int segments) {
            return Math.multiplyExact(perPack, claim.packsUpTo(segments - 1));
        }

        boolean isSettled() {
            return from == to;
        }
    }

    private double lowest(List<Claim> claims) {
        high = Double.POSITIVE_INFINITY;
        for (var claim : claims) {
            open(claim);
        }
        if (keepsWithin(0)) {
            return 0;
        }
        open.forEach(it -> it.to = it.above(0, false));
        settle();
        while (!open.isEmpty()) {
            var pivot = open.get(open.size() / 2);
            split(pivot.threshold((pivot.from + pivot.to) >>> 1));
        }
        return high;
    }

    private void open(Claim claim) {
        double others = 0;
        long perPack = 0;
        for (int i = 0; i < claim.limits(); i++) {
            if (claim.limit(i) == limit) {
                perPack = claim.use(i, 1);
            } else {
                others += prices[claim.limit(i)] * claim.use(i, 1);
            }
        }
        if (perPack > 0) {
            open.add(new Open(claim, others, perPack));
        }
    }

    /** On which side of a threshold the price lies; at it counts as below. */
    private void split(double threshold) {
        if (keepsWithin(threshold)) {
            high = threshold;
            open.forEach(it -> it.from = it.above(threshold, true));
        } else {
            open.forEach(it -> it.to = it.above(threshold, false));
        }
        settle();
    }

    private boolean keepsWithin(double price) {
        long used = settled;
        for (var each : open) {
            used = counted(used, each.use(each.above(price, false)));
        }
        return used <= most;
    }

    /** Added up to the most that can be counted, which is more than any limit has. */
    private static long counted(long used, long more) {
        return used + Math.min(more, Long.MAX_VALUE - used);
    }

    private void settle() {
        var left = new ArrayList<Open>();
        for (var each : open) {
            if (each.isSettled()) {
                settled = counted(settled, each.use(each.from));
            } else {
                left.add(each);
            }
        }
        open = left;
    }
}
