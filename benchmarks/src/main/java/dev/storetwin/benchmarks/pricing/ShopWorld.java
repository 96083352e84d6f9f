package dev.storetwin.benchmarks.pricing;

/**
 * What simulated shops are like.
 *
 * @param shops       how many
 * @param products    of each
 * @param weeks       of each product
 * @param spread      standard deviation of true elasticities around -2
 * @param passThrough part of a demand shock that the price follows
 * @param noise       standard deviation of log demand beside price and shock
 * @param serial      correlation of a shock with that of the week before
 * @param shared      share of a shock's variance that all products of a shop have in common
 * @param curved      whether the columns explain the shock by curves and crossings
 */
record ShopWorld(
        int shops,
        int products,
        int weeks,
        double spread,
        double passThrough,
        double noise,
        double serial,
        double shared,
        boolean curved) {

    static final double MEAN = -2;
    static final double COST_SPREAD = .15;
    static final double SHOCK_SPREAD = .3;

    /** 100 shops of 50 products over 104 weeks. */
    static ShopWorld standard(double noise) {
        return new ShopWorld(100, 50, 104, .5, .3, noise, 0, 0, false);
    }

    ShopWorld withWeeks(int weeks) {
        return new ShopWorld(shops, products, weeks, spread, passThrough, noise, serial, shared, curved);
    }

    ShopWorld withShops(int shops, int products) {
        return new ShopWorld(shops, products, weeks, spread, passThrough, noise, serial, shared, curved);
    }

    ShopWorld withSpread(double spread) {
        return new ShopWorld(shops, products, weeks, spread, passThrough, noise, serial, shared, curved);
    }

    ShopWorld withSerial(double serial, double shared) {
        return new ShopWorld(shops, products, weeks, spread, passThrough, noise, serial, shared, curved);
    }

    ShopWorld withCurves() {
        return new ShopWorld(shops, products, weeks, spread, passThrough, noise, serial, shared, true);
    }

    ShopWorld withoutPassThrough() {
        return new ShopWorld(shops, products, weeks, spread, 0, noise, serial, shared, curved);
    }
}
