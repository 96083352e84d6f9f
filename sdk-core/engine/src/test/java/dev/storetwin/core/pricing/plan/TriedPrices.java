package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;

/** Tries all prices of a few items, in cents, and looks at each rule as a merchant would read it. Knows nothing of the optimiser but its words. */
final class TriedPrices {

    private final List<PricedItem> items;
    private final List<PriceRule> rules;
    private double best = Double.NEGATIVE_INFINITY;

    private TriedPrices(List<PricedItem> items, List<PriceRule> rules) {
        this.items = items;
        this.rules = rules;
    }

    /** The value of the best prices that keep all rules; minus infinity when there are none. */
    static double best(List<PricedItem> items, List<PriceRule> rules) {
        var tried = new TriedPrices(items, rules);
        tried.look(new long[items.size()], 0);
        return tried.best;
    }

    private void look(long[] prices, int at) {
        if (at == prices.length) {
            if (rules.stream().allMatch(rule -> holds(rule, items, prices))) {
                double value = 0;
                for (int i = 0; i < prices.length; i++) {
                    value += score(items.get(i), prices[i], rules);
                }
                best = Math.max(best, value);
            }
            return;
        }
        var item = items.get(at);
        LongStream.concat(
                        item.ladder().stream().mapToLong(it -> it),
                        LongStream.of(item.unit().price()))
                .forEach(price -> {
                    prices[at] = price;
                    look(prices, at + 1);
                });
    }

    static double score(PricedItem item, long price, List<PriceRule> rules) {
        double now = margin(item, item.unit().price()) * item.demand().units().orElse(1);
        if (price == item.unit().price()) {
            return now;
        }
        double charge = rules.stream()
                .filter(it -> it.kind() == PriceRule.Kind.CHANGE_COST)
                .mapToDouble(it -> ((PriceBound.Amount) it.bound()).amount().doubleValue())
                .sum();
        return Math.min(
                        at(item, price, item.demand().lower()),
                        at(item, price, item.demand().upper()))
                - charge;
    }

    private static double at(PricedItem item, long price, double elasticity) {
        double units = item.demand().units().orElse(1)
                * Math.pow((double) price / item.unit().price(), elasticity);
        return margin(item, price) * units;
    }

    private static double margin(PricedItem item, long price) {
        return price / 100.0 - item.unit().cost().doubleValue();
    }

    static boolean holds(PriceRule rule, List<PricedItem> items, long[] prices) {
        boolean holds = true;
        for (int i = 0; i < prices.length; i++) {
            holds &= alone(rule, items.get(i), prices[i]);
            for (int j = 0; j < prices.length; j++) {
                holds &= i == j || together(rule, items.get(i), prices[i], items.get(j), prices[j]);
            }
        }
        return holds && moves(items, prices) <= mostMoves(rule);
    }

    private static boolean alone(PriceRule rule, PricedItem item, long price) {
        var now = BigDecimal.valueOf(item.unit().price());
        var moved = BigDecimal.valueOf(price).subtract(now);
        return switch (rule.kind()) {
            case MARGIN_FLOOR -> {
                var net = BigDecimal.valueOf(price, 2);
                yield net.subtract(item.unit().cost()).compareTo(net.multiply(share(rule))) >= 0;
            }
            case MAX_CHANGE -> moved.abs().compareTo(now.multiply(share(rule))) <= 0;
            case ENDING -> moved.signum() == 0 || price % 100 == 99;
            default -> true;
        };
    }

    private static boolean together(PriceRule rule, PricedItem one, long price, PricedItem other, long its) {
        boolean isFamily = one.traits().family().equals(other.traits().family())
                && one.traits().channel().equals(other.traits().channel());
        return switch (rule.kind()) {
            case FAMILY_BAND -> !isFamily || isWithin(price, its, share(rule));
            case PARITY -> !one.traits().series().equals(other.traits().series()) || isWithin(price, its, share(rule));
            case SIZE_ORDER ->
                !isFamily
                        || one.marks().sizeRank().orElseThrow()
                                >= other.marks().sizeRank().orElseThrow()
                        || (price <= its
                                && BigDecimal.valueOf(its)
                                                .multiply(one.marks().size().orElseThrow())
                                                .compareTo(BigDecimal.valueOf(price)
                                                        .multiply(other.marks()
                                                                .size()
                                                                .orElseThrow()))
                                        <= 0);
            default -> true;
        };
    }

    private static boolean isWithin(long price, long other, BigDecimal share) {
        return BigDecimal.valueOf(price).compareTo(BigDecimal.valueOf(other).multiply(BigDecimal.ONE.add(share))) <= 0;
    }

    private static BigDecimal share(PriceRule rule) {
        return ((PriceBound.Share) rule.bound()).share();
    }

    private static long mostMoves(PriceRule rule) {
        return rule.bound() instanceof PriceBound.Count it ? it.count() : Long.MAX_VALUE;
    }

    private static long moves(List<PricedItem> items, long[] prices) {
        long moves = 0;
        for (int i = 0; i < prices.length; i++) {
            moves += prices[i] == items.get(i).unit().price() ? 0 : 1;
        }
        return moves;
    }
}
