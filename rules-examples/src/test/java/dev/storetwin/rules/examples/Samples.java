package dev.storetwin.rules.examples;

import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.Optional;

/** One mug in one shop. */
final class Samples {

    static final Sku MUG = Sku.of("MUG-1");
    static final Channel WEB = Channel.of("web");
    static final NodeId BERLIN = NodeId.of("berlin");

    private Samples() {}

    static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    static PriceChange price(String from, String to) {
        return new PriceChange(MUG, WEB, euro(from), euro(to));
    }

    /** At five euro apiece. */
    static Replenishment order(long units) {
        return new Replenishment(
                MUG, BERLIN, Quantity.of(units), Optional.of(euro("5").times(Quantity.of(units))));
    }
}
