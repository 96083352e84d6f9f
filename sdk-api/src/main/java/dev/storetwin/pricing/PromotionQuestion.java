package dev.storetwin.pricing;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What did the promotion of a SKU in a channel do?
 *
 * @param from        first moment of it
 * @param until       first moment after it
 * @param substitutes what is bought instead; empty for all others of its category
 * @param companions  what is bought with it, such as {@code BoughtTogether} finds in baskets; empty when nothing is known
 * @param cost        of the promotion beside the discounts: advertising, display, fees
 */
public record PromotionQuestion(
        Sku sku,
        Channel channel,
        Instant from,
        Instant until,
        Set<Sku> substitutes,
        Set<Sku> companions,
        Optional<Money> cost) {

    public PromotionQuestion {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "A promotion of %s that starts at %s must end later, not at %s.\nMaybe the two are swapped."
                            .formatted(sku, from, until));
        }
        if (cost.isPresent() && cost.get().isNegative()) {
            throw new IllegalArgumentException(
                    "The cost of a promotion of %s must not be below zero, and is %s.\nMaybe it is what a supplier paid: take that off the cost of the units."
                            .formatted(sku, cost.get()));
        }
        substitutes = Set.copyOf(substitutes);
        companions = Set.copyOf(companions);
    }

    public static PromotionQuestion of(Sku sku, Channel channel, Instant from, Instant until) {
        return new PromotionQuestion(sku, channel, from, until, Set.of(), Set.of(), Optional.empty());
    }

    public PromotionQuestion withSubstitutes(Set<Sku> skus) {
        return new PromotionQuestion(sku, channel, from, until, skus, companions, cost);
    }

    public PromotionQuestion withCompanions(Set<Sku> skus) {
        return new PromotionQuestion(sku, channel, from, until, substitutes, skus, cost);
    }

    public PromotionQuestion withCost(Money amount) {
        return new PromotionQuestion(sku, channel, from, until, substitutes, companions, Optional.of(amount));
    }
}
