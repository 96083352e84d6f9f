package dev.storetwin.core;

import dev.storetwin.core.CoupledShop.Item;
import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceScope;
import java.math.BigDecimal;
import java.util.List;

/** Looks at prices as a merchant reads each rule, in cents. Knows nothing of the optimiser. */
final class HeldRules {

    private final List<Item> items;

    HeldRules(List<Item> items) {
        this.items = items;
    }

    /** @param prices one for each item */
    boolean hold(PriceRule rule, long[] prices) {
        for (int i = 0; i < prices.length; i++) {
            if (!isWithin(items.get(i), rule.scope())) {
                continue;
            }
            if (!alone(rule, items.get(i), prices[i])) {
                return false;
            }
            for (int j = 0; j < prices.length; j++) {
                if (i != j && isWithin(items.get(j), rule.scope()) && !together(rule, i, j, prices)) {
                    return false;
                }
            }
        }
        return inTotal(rule, prices);
    }

    private static boolean isWithin(Item item, PriceScope scope) {
        return switch (scope.by()) {
            case EVERYTHING -> true;
            case SERIES -> item.pair().sku().value().equals(scope.name());
            case FAMILY -> item.family().equals(scope.name());
            case CATEGORY -> scope.name().equals("things");
            case CHANNEL -> item.pair().channel().value().equals(scope.name());
            case REGION -> false;
        };
    }

    private static boolean alone(PriceRule rule, Item item, long price) {
        var now = BigDecimal.valueOf(item.price());
        var then = BigDecimal.valueOf(price);
        var rise = then.subtract(now);
        return switch (rule.kind()) {
            case MARGIN_FLOOR -> then.subtract(BigDecimal.valueOf(item.cost())).compareTo(part(rule, then)) >= 0;
            case MIN_PRICE -> then.compareTo(part(rule, then)) >= 0;
            case MAX_PRICE -> then.compareTo(part(rule, then)) <= 0;
            case MAX_CHANGE -> rise.abs().compareTo(part(rule, now)) <= 0;
            case MAX_RISE -> rise.compareTo(part(rule, now)) <= 0;
            case MAX_CUT -> rise.negate().compareTo(part(rule, now)) <= 0;
            case MIN_CHANGE -> rise.signum() == 0 || rise.abs().compareTo(part(rule, now)) >= 0;
            case FREEZE -> rise.signum() == 0;
            case ENDING -> rise.signum() == 0 || price % 100 == 99;
            case LOWEST_PRICE -> rise.signum() == 0 || then.compareTo(part(rule, now)) >= 0;
            case COMPETITOR_INDEX -> item.competitor() == 0 || isBetween(rule, then, item.competitor());
            default -> true;
        };
    }

    private static boolean isBetween(PriceRule rule, BigDecimal price, long competitor) {
        var bound = (PriceBound.Between) rule.bound();
        var its = BigDecimal.valueOf(competitor);
        return price.compareTo(its.multiply(bound.low())) >= 0 && price.compareTo(its.multiply(bound.high())) <= 0;
    }

    private boolean together(PriceRule rule, int i, int j, long[] prices) {
        var one = items.get(i);
        var other = items.get(j);
        boolean isFamily = one.family().equals(other.family())
                && one.pair().channel().equals(other.pair().channel());
        boolean isSame = one.pair().sku().equals(other.pair().sku());
        return switch (rule.kind()) {
            case FAMILY_BAND -> !isFamily || isNear(rule, prices[i], prices[j]);
            case PARITY -> !isSame || isNear(rule, prices[i], prices[j]);
            case SIZE_ORDER ->
                !isFamily
                        || one.size() >= other.size()
                        || (prices[i] <= prices[j] && prices[j] * one.size() <= prices[i] * other.size());
            default -> true;
        };
    }

    private static boolean isNear(PriceRule rule, long price, long other) {
        var lower = BigDecimal.valueOf(other);
        return BigDecimal.valueOf(price).compareTo(lower.add(part(rule, lower))) <= 0;
    }

    private boolean inTotal(PriceRule rule, long[] prices) {
        double given = 0;
        long moves = 0;
        for (int i = 0; i < prices.length; i++) {
            var item = items.get(i);
            if (isWithin(item, rule.scope())) {
                moves += prices[i] == item.price() ? 0 : 1;
                given += Math.max(0, item.price() - prices[i]) * item.sold(prices[i]);
            }
        }
        return switch (rule.kind()) {
            case MAX_MOVES -> moves <= ((PriceBound.Count) rule.bound()).count();
            case MARKDOWN_BUDGET -> given <= part(rule, BigDecimal.ONE).doubleValue();
            default -> true;
        };
    }

    /** In cents. */
    private static BigDecimal part(PriceRule rule, BigDecimal whole) {
        return rule.bound() instanceof PriceBound.Amount it
                ? it.amount().movePointRight(2)
                : whole.multiply(((PriceBound.Share) rule.bound()).share());
    }
}
