package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.plan.PriceEnding;
import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.pricing.plan.RungPrices;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import dev.storetwin.pricing.PriceScope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A made-up shop: families of one to five sizes in two channels, and ten rules of which three tie prices and one is shared by all. */
final class MadeUpPrices {

    private static final List<PriceEnding> ENDINGS =
            List.of(PriceEnding.of(".99", PriceTicks.CENTS), PriceEnding.of(".49", PriceTicks.CENTS));

    private MadeUpPrices() {}

    /** Ten rules; at most a share of the prices may move. */
    static List<PriceRule> rules(int items) {
        return List.of(
                PriceRule.share(Kind.MARGIN_FLOOR, "0.15"),
                PriceRule.share(Kind.MAX_CHANGE, "0.2"),
                PriceRule.amount(Kind.CHANGE_COST, "0.5"),
                PriceRule.endings(".99", ".49"),
                PriceRule.share(Kind.FAMILY_BAND, "0.6"),
                PriceRule.of(Kind.SIZE_ORDER),
                PriceRule.share(Kind.PARITY, "0.1"),
                PriceRule.competitorIndex("0.8", "1.2"),
                PriceRule.amount(Kind.MAX_PRICE, "95").within(PriceScope.channel("web")),
                PriceRule.maxMoves(items / 10));
    }

    static List<PricedItem> items(int count, long seed) {
        var items = new ArrayList<PricedItem>();
        for (int family = 0; items.size() < count; family++) {
            var draw = Draws.of(seed).keyed("made-up prices", "family", family);
            int sizes = 1 + draw.nextInt(5);
            double base = 4 + 30 * draw.nextDouble();
            double cost = base * (.4 + .4 * draw.nextDouble());
            for (int size = 0; size < sizes; size++) {
                for (var channel : List.of("web", "store")) {
                    if (items.size() < count) {
                        items.add(item(draw, family, size, channel, base, cost));
                    }
                }
            }
        }
        return items;
    }

    private static PricedItem item(Draw draw, int family, int size, String channel, double base, double cost) {
        double growth = 1 + .1 * size;
        long price = 100 * Math.round(base * growth) - 1;
        double elasticity = -1.2 - 2 * draw.nextDouble();
        double doubt = .1 + .6 * draw.nextDouble();
        var name = "F%d-%d".formatted(family, size);
        return new PricedItem(
                name + " in " + channel,
                new PricedItem.Traits(name, "F" + family, "", channel, ""),
                PricedItem.Unit.of(price, BigDecimal.valueOf(Math.round(100 * cost * growth), 2)),
                new PricedItem.Demand(
                        OptionalDouble.of(1 + 40 * draw.nextDouble()),
                        elasticity,
                        elasticity - doubt,
                        Math.min(0, elasticity + doubt),
                        OptionalDouble.of(draw.nextInt(300)),
                        OptionalDouble.of(4)),
                new PricedItem.Marks(
                        OptionalLong.of(Math.round(price * (.9 + .2 * draw.nextDouble()))),
                        OptionalLong.empty(),
                        Optional.of(BigDecimal.valueOf(100 + 20L * size)),
                        OptionalInt.of(size),
                        0),
                RungPrices.ofEndings(price * 7 / 10, price * 13 / 10, ENDINGS),
                Optional.empty());
    }
}
