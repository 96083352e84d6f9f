package dev.storetwin.pricing;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;

/**
 * A new price for one SKU in one channel.
 *
 * @param from what stands now
 * @param to   what would stand
 */
public record PriceChange(Sku sku, Channel channel, Money from, Money to) implements Action {

    public PriceChange {
        if (!to.isPositive()) {
            throw new IllegalArgumentException(
                    "A price of %s must be above zero, not %s.\nMaybe a discount was taken twice.".formatted(sku, to));
        }
    }

    /** The same change to another price; what a rule adjusts to. */
    public PriceChange withTo(Money price) {
        return new PriceChange(sku, channel, from, price);
    }

    /** The move as a share of the old price: -0.1 for ten per cent down. */
    public double move() {
        return to.minus(from).ratioTo(from);
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
        return Commitment.ofPrice(to);
    }

    @Override
    public Commitment replaces() {
        return Commitment.ofPrice(from);
    }

    @Override
    public String describe() {
        return "price " + from + " -> " + to;
    }
}
