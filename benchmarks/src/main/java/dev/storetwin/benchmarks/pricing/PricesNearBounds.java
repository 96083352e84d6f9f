package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import dev.storetwin.pricing.PriceScope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A made-up shop whose prices lie on the bounds of its rules, or a cent beside them.
 *
 * @param rules about a third of all kinds; about a quarter of them are wishes
 */
record PricesNearBounds(List<PricedItem> items, List<PriceRule> rules) {

    private static final int FAMILIES = 6;
    private static final List<String> CHANNELS = List.of("web", "store");
    private static final Set<Kind> TERMS = EnumSet.of(Kind.AIM, Kind.SALVAGE, Kind.CHANGE_COST, Kind.FEWEST_CHANGES);
    private static final List<String> SHARES = List.of("0.05", "0.1", "0.15", "0.2", "0.3", "0.333");

    static PricesNearBounds drawn(long seed, int shop) {
        var draw = Draws.of(seed).keyed("prices near bounds", "shop", shop);
        var items = new ArrayList<PricedItem>();
        for (int family = 0; family < FAMILIES; family++) {
            int sizes = 1 + draw.nextInt(3);
            long base = 60L + draw.nextInt(1_200);
            for (int size = 0; size < sizes; size++) {
                for (var channel : CHANNELS) {
                    items.add(item(draw, family, size, channel, base + size * (base / 8)));
                }
            }
        }
        return new PricesNearBounds(items, rules(draw));
    }

    private static PricedItem item(Draw draw, int family, int size, String channel, long around) {
        long price = around + draw.nextInt(7) - 3;
        var ladder = new TreeSet<Long>();
        for (var share : SHARES) {
            ladder.add(beside(draw, price, BigDecimal.ONE.subtract(new BigDecimal(share))));
            ladder.add(beside(draw, price, BigDecimal.ONE.add(new BigDecimal(share))));
        }
        ladder.add(price / 100 * 100 + 99);
        double elasticity = -.3 - 5 * draw.nextDouble();
        double doubt = draw.nextDouble();
        double units = 1 + 20 * draw.nextDouble();
        boolean hasStock = draw.nextBoolean(.5);
        var tax = draw.nextBoolean(.5) ? BigDecimal.ZERO : new BigDecimal("0.19");
        var name = "F%d-%d".formatted(family, size);
        return new PricedItem(
                name + " in " + channel,
                new PricedItem.Traits(name, "F" + family, "", channel, ""),
                new PricedItem.Unit(price, cost(draw, price, tax), tax, 0, 0),
                new PricedItem.Demand(
                        OptionalDouble.of(units),
                        elasticity,
                        elasticity - doubt,
                        Math.min(0, elasticity + doubt),
                        hasStock ? OptionalDouble.of(1 + draw.nextInt((int) (3 * units))) : OptionalDouble.empty(),
                        draw.nextBoolean(.5) ? OptionalDouble.of(1 + draw.nextInt(4)) : OptionalDouble.empty()),
                new PricedItem.Marks(
                        OptionalLong.of(beside(
                                draw,
                                price,
                                draw.nextBoolean(.5)
                                        ? BigDecimal.ONE
                                        : share(draw).add(BigDecimal.ONE))),
                        OptionalLong.of(beside(draw, price, lowest(draw))),
                        Optional.of(BigDecimal.valueOf(100 + 10L * size)),
                        OptionalInt.of(size),
                        draw.nextInt(2)),
                List.copyOf(ladder),
                Optional.empty());
    }

    /** Of the last thirty days: near the present price, or such that nine tenths of it are a rung of the ladder. */
    private static BigDecimal lowest(Draw draw) {
        return draw.nextBoolean(.5)
                ? BigDecimal.ONE
                : BigDecimal.ONE.subtract(share(draw)).divide(new BigDecimal("0.9"), 12, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal share(Draw draw) {
        return new BigDecimal(SHARES.get(draw.nextInt(SHARES.size())));
    }

    /** A multiple of the price in whole cents, or a cent beside it. */
    private static long beside(Draw draw, long price, BigDecimal times) {
        long exact = BigDecimal.valueOf(price)
                .multiply(times)
                .setScale(0, draw.nextBoolean(.5) ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .longValueExact();
        return Math.max(1, exact + draw.nextInt(3) - 1);
    }

    /** Such that the price leaves just a round share, or a hundredth of a cent more or less. */
    private static BigDecimal cost(Draw draw, long price, BigDecimal tax) {
        var net = BigDecimal.valueOf(price, 2).divide(BigDecimal.ONE.add(tax), 12, RoundingMode.HALF_EVEN);
        return net.multiply(BigDecimal.ONE.subtract(share(draw)))
                .setScale(4, RoundingMode.HALF_EVEN)
                .add(BigDecimal.valueOf(draw.nextInt(3) - 1, 4));
    }

    private static List<PriceRule> rules(Draw draw) {
        var share = share(draw).toPlainString();
        var money = BigDecimal.valueOf(5 + draw.nextInt(60), 2).toPlainString();
        var level = BigDecimal.valueOf(100 + draw.nextInt(1_000), 2).toPlainString();
        boolean isShare = draw.nextBoolean(.5);
        var all = List.of(
                isShare ? PriceRule.share(Kind.MARGIN_FLOOR, share) : PriceRule.amount(Kind.MARGIN_FLOOR, money),
                isShare ? PriceRule.share(Kind.MAX_CHANGE, share) : PriceRule.amount(Kind.MAX_CHANGE, money),
                isShare ? PriceRule.amount(Kind.MAX_RISE, money) : PriceRule.share(Kind.MAX_RISE, share),
                isShare ? PriceRule.amount(Kind.MAX_CUT, money) : PriceRule.share(Kind.MAX_CUT, share),
                isShare ? PriceRule.share(Kind.MIN_CHANGE, share) : PriceRule.amount(Kind.MIN_CHANGE, money),
                PriceRule.amount(Kind.MAX_PRICE, level).within(PriceScope.channel("web")),
                PriceRule.amount(Kind.MIN_PRICE, level).within(PriceScope.family("F1")),
                PriceRule.competitorIndex("0.9", "1.1"),
                PriceRule.share(Kind.LOWEST_PRICE, "0.9"),
                PriceRule.endings(".99"),
                PriceRule.of(Kind.FREEZE).within(PriceScope.family("F2")),
                isShare ? PriceRule.share(Kind.FAMILY_BAND, share) : PriceRule.amount(Kind.FAMILY_BAND, money),
                PriceRule.of(Kind.SIZE_ORDER),
                isShare ? PriceRule.amount(Kind.PARITY, money) : PriceRule.share(Kind.PARITY, "0.05"),
                PriceRule.maxMoves(draw.nextInt(20)),
                PriceRule.amount(Kind.MARKDOWN_BUDGET, isShare ? money : level));
        var rules = new ArrayList<PriceRule>();
        for (var rule : Stream.concat(all.stream(), terms(draw, isShare, share, money).stream())
                .toList()) {
            if (draw.nextBoolean(.3)) {
                rules.add(
                        draw.nextBoolean(.25) && !TERMS.contains(rule.kind())
                                ? rule.asWish(1 + draw.nextInt(3))
                                : rule);
            }
        }
        return rules;
    }

    /** What is made most of, and what changes have to bring. */
    private static List<PriceRule> terms(Draw draw, boolean isShare, String share, String money) {
        var aims = PriceAim.values();
        return List.of(
                PriceRule.aim(aims[draw.nextInt(aims.length)]),
                PriceRule.aim(aims[draw.nextInt(aims.length)]).within(PriceScope.family("F3")),
                isShare ? PriceRule.share(Kind.SALVAGE, share) : PriceRule.amount(Kind.SALVAGE, money),
                PriceRule.amount(Kind.SALVAGE, "0.01").within(PriceScope.family("F4")),
                isShare ? PriceRule.amount(Kind.CHANGE_COST, money) : PriceRule.share(Kind.CHANGE_COST, share),
                PriceRule.of(Kind.FEWEST_CHANGES).within(PriceScope.channel("store")));
    }
}
