package dev.storetwin.core.forecast.intermittent;

import java.util.Arrays;

/**
 * Shares of a linear pool of distributions that would have had the least quantile loss in the past.
 *
 * <p>The ranked probability score is the pinball loss over all levels at once, and of a pool it is a quadratic form in the shares:
 * shares' * products * shares - 2 * hits' * shares + constant. So stacking is a small quadratic programme on the simplex, solved by
 * moving mass between two members at a time. Equal shares are the start, and what little evidence stays near.
 */
final class Weights {

    private static final int SWEEPS = 60;
    private static final double SETTLED = 1e-6;

    private final double[][] products;
    private final double[] hits;
    private final double[] shares;

    private Weights(double[][] products, double[] hits) {
        this.products = products;
        this.hits = hits;
        this.shares = new double[hits.length];
        Arrays.fill(shares, 1.0 / hits.length);
    }

    /**
     * @param own       of the series
     * @param peers     of all series
     * @param asMuch    how many moments of the peers count beside those of the series
     * @param evenness  of shares, in scores per squared distance from equal ones
     */
    static double[] of(Trial own, Trial peers, double asMuch, double evenness) {
        int members = Members.COUNT;
        double weight = peers.moments() == 0 ? 0 : asMuch / peers.moments();
        var products = new double[members][members];
        var hits = new double[members];
        for (int i = 0; i < members; i++) {
            for (int j = 0; j < members; j++) {
                products[i][j] = own.product(i, j) + weight * peers.product(i, j) + (i == j ? evenness : 0);
            }
            hits[i] = own.hit(i) + weight * peers.hit(i) + evenness / members;
        }
        return best(products, hits);
    }

    /** The shares that minimise the score. */
    static double[] best(double[][] products, double[] hits) {
        return new Weights(products, hits).settle();
    }

    private double[] settle() {
        double moved = 1;
        for (int sweep = 0; sweep < SWEEPS && moved > SETTLED; sweep++) {
            moved = 0;
            for (int i = 1; i < shares.length; i++) {
                for (int j = 0; j < i; j++) {
                    moved += exchange(i, j);
                }
            }
        }
        return shares;
    }

    private double exchange(int i, int j) {
        double bend = products[i][i] + products[j][j] - 2 * products[i][j];
        if (!(bend > 0)) {
            return 0;
        }
        double slope = hits[i] - hits[j];
        for (int k = 0; k < shares.length; k++) {
            slope -= (products[i][k] - products[j][k]) * shares[k];
        }
        double move = Math.max(-shares[i], Math.min(shares[j], slope / bend));
        shares[i] += move;
        shares[j] -= move;
        return Math.abs(move);
    }
}
