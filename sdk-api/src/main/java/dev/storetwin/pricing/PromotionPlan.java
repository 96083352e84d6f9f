package dev.storetwin.pricing;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Duration;
import java.time.Instant;

/**
 * A reduced price for one SKU in one channel for a span of time. It begins and ends by itself, so it binds no price that stands.
 *
 * @param regular what is asked before and after it
 * @param price   what is asked during it, above zero and not above the regular price
 * @param starts  first moment
 * @param ends    first moment after it
 */
public record PromotionPlan(Sku sku, Channel channel, Money regular, Money price, Instant starts, Instant ends)
        implements Action {

    public PromotionPlan {
        if (!price.isPositive() || price.compareTo(regular) > 0) {
            throw new IllegalArgumentException(
                    "A promotion of %s must ask more than nothing and at most %s, not %s.\nMaybe the two prices are swapped."
                            .formatted(sku, regular, price));
        }
        if (!ends.isAfter(starts)) {
            throw new IllegalArgumentException(
                    "A promotion of %s that starts at %s must end later, not at %s.\nMaybe the two are swapped."
                            .formatted(sku, starts, ends));
        }
    }

    /** The same promotion at another price; what a rule adjusts to. */
    public PromotionPlan withPrice(Money other) {
        return new PromotionPlan(sku, channel, regular, other, starts, ends);
    }

    /** The same promotion with another end; what a rule adjusts to. */
    public PromotionPlan withEnds(Instant moment) {
        return new PromotionPlan(sku, channel, regular, price, starts, moment);
    }

    /** What is taken off as a share of the regular price: 0.2 for twenty per cent. */
    public double discount() {
        return regular.minus(price).ratioTo(regular);
    }

    /** How long it runs, in days of 24 hours. */
    public double days() {
        return Duration.between(starts, ends).toMinutes() / 1440.0;
    }

    @Override
    public Capability capability() {
        return Capability.PRICING;
    }

    @Override
    public Target target() {
        return Target.of(sku, channel);
    }

    @Override
    public Commitment commitment() {
        return Commitment.NONE;
    }

    @Override
    public String describe() {
        return "promotion %s -> %s from %s until %s".formatted(regular, price, starts, ends);
    }
}
