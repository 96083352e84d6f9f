package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * Shops whose prices follow costs, and demand shocks too; what demand answers to price is known.
 *
 * <p>log price = level + cost + pass-through * shock, log units = level + elasticity * (log price - level) + shock + noise. A shock is a sum
 * over a promotion flag, a feature share and a season, or with curves of their squares, crossings and waves, in weights that are each
 * product's own.
 */
final class SimulatedShops {

    private final ShopWorld world;
    private final Draws draws;

    SimulatedShops(ShopWorld world, long seed) {
        this.world = world;
        this.draws = Draws.of(seed);
    }

    List<SimulatedProduct> products() {
        var products = new ArrayList<SimulatedProduct>();
        for (int shop = 0; shop < world.shops(); shop++) {
            var season = wander(draws.keyed("season", "shop", shop));
            for (int product = 0; product < world.products(); product++) {
                products.add(product(shop, product, season));
            }
        }
        return products;
    }

    private SimulatedProduct product(int shop, int product, double[] season) {
        var name = "p%03d-%02d".formatted(shop, product);
        var draw = draws.keyed("product", name, 0);
        int weeks = world.weeks();
        var columns = new double[][] {new double[weeks], wander(draw), season};
        for (int week = 0; week < weeks; week++) {
            columns[0][week] = draw.nextBoolean(.2) ? 1 : 0;
        }
        for (int week = 0; week < weeks; week++) {
            columns[1][week] = 1 / (1 + StrictMath.exp(-columns[1][week]));
        }
        var shocks = world.curved() ? curved(columns, draw) : straight(columns, draw);
        double elasticity = ShopWorld.MEAN + world.spread() * draw.nextGaussian();
        double priceLevel = StrictMath.log(5) + .5 * draw.nextGaussian();
        double unitLevel = StrictMath.log(400) + .5 * draw.nextGaussian();
        var costs = new double[weeks];
        var prices = new double[weeks];
        var units = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            double moved = ShopWorld.COST_SPREAD * draw.nextGaussian();
            double price = moved + world.passThrough() * shocks[week];
            costs[week] = priceLevel - .4 + moved;
            prices[week] = priceLevel + price;
            units[week] =
                    StrictMath.exp(unitLevel + elasticity * price + shocks[week] + world.noise() * draw.nextGaussian());
        }
        var chance = new double[][] {wander(draw), wander(draw)};
        return new SimulatedProduct(
                name, "shop%03d".formatted(shop), elasticity, prices, costs, shocks, units, columns, chance);
    }

    /** Standard normal values, each related to the one before. */
    private double[] wander(Draw draw) {
        var values = new double[world.weeks()];
        double last = draw.nextGaussian();
        for (int week = 0; week < values.length; week++) {
            values[week] = last;
            last = world.serial() * last + Math.sqrt(1 - world.serial() * world.serial()) * draw.nextGaussian();
        }
        return values;
    }

    private double[] straight(double[][] columns, Draw draw) {
        double promo = .5 + draw.nextDouble();
        double feature = 2 * draw.nextGaussian();
        double season = Math.sqrt(world.shared()) + .3 * draw.nextGaussian();
        var shocks = new double[world.weeks()];
        for (int week = 0; week < shocks.length; week++) {
            shocks[week] = promo * columns[0][week] + feature * columns[1][week] + season * columns[2][week];
        }
        return scaled(shocks);
    }

    private double[] curved(double[][] columns, Draw draw) {
        double weight = .5 + draw.nextDouble();
        var shocks = new double[world.weeks()];
        for (int week = 0; week < shocks.length; week++) {
            double season = columns[2][week];
            shocks[week] = weight * (StrictMath.sin(2 * season) + .5 * season * season)
                    + (columns[0][week] > 0 ? 1.5 * columns[1][week] : Math.max(0, columns[1][week] - .5));
        }
        return scaled(shocks);
    }

    private static double[] scaled(double[] shocks) {
        double sum = 0;
        double squares = 0;
        for (double it : shocks) {
            sum += it;
            squares += it * it;
        }
        double mean = sum / shocks.length;
        double deviation = Math.sqrt(squares / shocks.length - mean * mean);
        var scaled = new double[shocks.length];
        for (int week = 0; week < shocks.length; week++) {
            scaled[week] = ShopWorld.SHOCK_SPREAD * (shocks[week] - mean) / deviation;
        }
        return scaled;
    }
}
