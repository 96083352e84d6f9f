package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Products whose prices follow costs and, by a part, demand shocks that a flag and an amount make up. */
final class MadeUpShelf {

    static final double NAN = Double.NaN;

    final List<Line> lines = new ArrayList<>();

    /** One observation, and what made it. */
    record Line(String series, long week, double price, double units, double cost, double promo, double season) {

        Line withPrice(double price) {
            return new Line(series, week, price, units, cost, promo, season);
        }

        Line withUnits(double units) {
            return new Line(series, week, price, units, cost, promo, season);
        }
    }

    static MadeUpShelf of(int products, int weeks, long seed) {
        var shelf = new MadeUpShelf();
        for (int product = 0; product < products; product++) {
            shelf.add("p" + product, truth(product), weeks, seed, 400);
        }
        return shelf;
    }

    /** Elasticity of a product of {@link #of}. */
    static double truth(int product) {
        return -1.5 - product % 5 * .25;
    }

    MadeUpShelf add(String name, double elasticity, int weeks, long seed, double level) {
        var draw = Draws.of(seed).keyed("shelf", name, 0);
        for (int week = 0; week < weeks; week++) {
            double promo = draw.nextBoolean(.3) ? 1 : 0;
            double season = draw.nextGaussian();
            double shock = .35 * (promo - .3) / .46 + .2 * season;
            double cost = .15 * draw.nextGaussian();
            double price = cost + .3 * shock;
            double units = level * StrictMath.exp(elasticity * price + shock + .2 * draw.nextGaussian());
            lines.add(new Line(name, week, 5 * StrictMath.exp(price), units, 3 * StrictMath.exp(cost), promo, season));
        }
        return this;
    }

    MadeUpShelf shuffled(long seed) {
        var other = new MadeUpShelf();
        other.lines.addAll(lines);
        Collections.shuffle(other.lines, new Random(seed));
        return other;
    }

    ElasticityStudy byColumns() {
        var panel = PricePanel.builder(List.of(PanelColumn.number("promo"), PanelColumn.number("season")));
        lines.forEach(
                it -> panel.add(it.series(), "", "", it.week(), it.price(), it.units(), NAN, it.promo(), it.season()));
        return study(panel);
    }

    ElasticityStudy byCost() {
        var panel = PricePanel.builder(List.of());
        lines.forEach(it -> panel.add(it.series(), "", "", it.week(), it.price(), it.units(), it.cost()));
        return study(panel);
    }

    static ElasticityStudy study(PricePanel.Builder panel) {
        return ElasticityEstimator.of(ElasticitySettings.DEFAULT).study(panel.build());
    }
}
