package dev.storetwin.benchmarks.pricing;

/**
 * One product of a simulated shop, by week, with all that nobody sees.
 *
 * @param columns promo, feature and season, which explain the shock wholly
 * @param chance  two columns that mean nothing
 */
record SimulatedProduct(
        String name,
        String shop,
        double elasticity,
        double[] logPrices,
        double[] logCosts,
        double[] shocks,
        double[] units,
        double[][] columns,
        double[][] chance) {}
