package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.random.Draw;
import java.util.Arrays;

/**
 * One product of an {@link UnlikeWorld} while it is made, with all that nobody sees. Prices, costs and demand are logarithms around a level.
 *
 * <p>As it begins: demand = elasticity * price + shock + hidden + noise, price = cost + .3 * (shock + hidden), where the columns explain the shock
 * and nothing explains what is hidden.
 */
final class UnlikeProduct {

    final String name;
    final String shop;
    final Draw draw;
    final int weeks;
    double elasticity;
    double level;
    double[] promo;
    double[] feature;
    double[] season;
    double[] cost;
    double[] shock;
    double[] hidden;
    double[] noise;
    double[] price;
    double[] competitor;
    double[] units = new double[0];
    boolean[] told;

    UnlikeProduct(String name, String shop, int weeks, Draw draw) {
        this.name = name;
        this.shop = shop;
        this.weeks = weeks;
        this.draw = draw;
        elasticity = -2 + .5 * draw.nextGaussian();
        level = StrictMath.log(400) + .5 * draw.nextGaussian();
        promo = made(week -> draw.nextBoolean(.2) ? 1 : 0);
        feature = made(week -> draw.nextDouble());
        season = made(week -> draw.nextGaussian());
        cost = made(week -> .15 * draw.nextGaussian());
        double lift = .4 + .3 * draw.nextDouble();
        double shown = .4 * draw.nextGaussian();
        double pull = .15 + .05 * draw.nextGaussian();
        shock = made(week -> lift * (promo[week] - .2) + shown * (feature[week] - .5) + pull * season[week]);
        hidden = new double[weeks];
        noise = made(week -> .3 * draw.nextGaussian());
        competitor = made(week -> .1 * draw.nextGaussian());
        told = new boolean[weeks];
        Arrays.fill(told, true);
        price = new double[0];
    }

    /** A number for each week. */
    interface Weekly {
        double of(int week);
    }

    double[] made(Weekly by) {
        var made = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            made[week] = by.of(week);
        }
        return made;
    }

    /** Standard normal numbers, each related to the one before. */
    double[] wandering(double kept) {
        var values = new double[weeks];
        double last = draw.nextGaussian();
        for (int week = 0; week < weeks; week++) {
            values[week] = last;
            last = kept * last + Math.sqrt(1 - kept * kept) * draw.nextGaussian();
        }
        return values;
    }

    /** Wanders, scaled. */
    double[] wandering(double kept, double scale) {
        var values = wandering(kept);
        return made(week -> scale * values[week]);
    }

    void priceFollows(double part) {
        price = made(week -> cost[week] + part * (shock[week] + hidden[week]));
    }

    /** Log demand beside its level. */
    double demand(int week) {
        return elasticity * price[week] + shock[week] + hidden[week] + noise[week];
    }

    void sell() {
        units = made(week -> StrictMath.exp(level + demand(week)));
    }

    /** Whole units with the expected number that was asked for. */
    void count() {
        units = made(week -> poisson(StrictMath.exp(level + demand(week))));
    }

    private double poisson(double mean) {
        if (mean > 200) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * draw.nextGaussian()));
        }
        double limit = StrictMath.exp(-mean);
        double product = draw.nextOpenDouble();
        int count = 0;
        while (product > limit) {
            product *= draw.nextOpenDouble();
            count++;
        }
        return count;
    }

    /** The regression of whoever knows all shocks and demand as it was meant, before it was counted or ran out. */
    double bestBySlope() {
        return slope(price, week -> elasticity * price[week] + noise[week]);
    }

    /** That of whoever knows the part of the price that came from cost. */
    double bestByCost() {
        return slope(cost, this::demand);
    }

    private double slope(double[] by, Weekly demand) {
        double mean = Arrays.stream(by).average().orElse(0);
        double told = 0;
        double moved = 0;
        for (int week = 0; week < weeks; week++) {
            told += (by[week] - mean) * demand.of(week);
            moved += (by[week] - mean) * price[week];
        }
        return told / moved;
    }
}
