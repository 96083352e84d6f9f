package dev.storetwin.rules.examples;

import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.returns.Disposition;
import dev.storetwin.returns.Fate;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One mug in one shop. */
public final class Samples {

    public static final Sku MUG = Sku.of("MUG-1");
    public static final Channel WEB = Channel.of("web");
    public static final NodeId BERLIN = NodeId.of("berlin");
    public static final NodeId LEIPZIG = NodeId.of("leipzig");
    public static final OrderId ORDER = OrderId.of("1001");
    public static final Instant STARTS = Instant.parse("2025-03-08T00:00:00Z");

    private Samples() {}

    public static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    public static PriceChange price(String from, String to) {
        return new PriceChange(MUG, WEB, euro(from), euro(to));
    }

    /** At five euro apiece. */
    public static Replenishment order(long units) {
        return new Replenishment(
                MUG, BERLIN, Quantity.of(units), Optional.of(euro("5").times(Quantity.of(units))));
    }

    public static Quantity units(long count) {
        return Quantity.of(count);
    }

    /** From twenty euro, for some days. */
    public static PromotionPlan promotion(String price, int days) {
        return new PromotionPlan(MUG, WEB, euro("20.00"), euro(price), STARTS, STARTS.plus(Duration.ofDays(days)));
    }

    /** From Leipzig to Berlin. */
    public static Transfer transfer(long units) {
        return new Transfer(MUG, LEIPZIG, BERLIN, units(units));
    }

    public static SourcingPlan plan(String handOver) {
        return new SourcingPlan(ORDER, BERLIN, CarrierId.of("dhl"), "parcel", Instant.parse(handOver));
    }

    public static Disposition disposition(Fate fate, String refund, long units) {
        return new Disposition(ORDER, "1", MUG, BERLIN, units(units), fate, euro(refund));
    }

    public static Ranking ranking(String page, int position) {
        return new Ranking(MUG, WEB, page, position);
    }
}
