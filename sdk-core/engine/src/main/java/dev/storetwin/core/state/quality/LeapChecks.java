package dev.storetwin.core.state.quality;

import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Defect;
import dev.storetwin.state.ValueLimits;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;

/** Compares a price and a count with the last one: a factor of a hundred or a thousand is a mix-up of units more often than news. */
final class LeapChecks {

    private final ValueLimits limits;
    private final Findings findings;
    private Precedents precedents;

    LeapChecks(ValueLimits limits, Findings findings, Precedents precedents) {
        this.limits = limits;
        this.findings = findings;
        this.precedents = precedents;
    }

    void next(Precedents state) {
        precedents = state;
    }

    void check(TwinEvent event) {
        if (event instanceof PriceChanged price && findings.cares(Defect.PRICE_LEAP)) {
            precedents
                    .price(price.sku(), price.channel(), price.header().occurredAt())
                    .filter(last -> isLeap(last, price.price()))
                    .ifPresent(last -> findings.add(Defect.PRICE_LEAP, () ->
                            """
                            %s sets the price of %s in %s to %s, where it was %s.
                            Maybe cents were read as units, or the other way round.""".formatted(price.header().key(), price.sku(), price.channel(), price.price(), last)));
        } else if (event instanceof StockCounted count
                && count.kind() == StockKind.SELLABLE
                && findings.cares(Defect.QUANTITY_LEAP)) {
            precedents
                    .onHand(count.sku(), count.node(), count.header().occurredAt())
                    .filter(last -> isLeap(last, count.quantity()))
                    .ifPresent(last -> findings.add(Defect.QUANTITY_LEAP, () ->
                            """
                            %s counts %s of %s at %s, where %s were.
                            Maybe thousandths or grams were read as units.""".formatted(count.header().key(), count.quantity(), count.sku(), count.node(), last)));
        }
    }

    private boolean isLeap(Money last, Money now) {
        return last.currency().equals(now.currency()) && isLeap(last.toDouble(), now.toDouble(), limits.priceLeap());
    }

    /** A shelf that was or is empty says nothing of units. */
    private boolean isLeap(Quantity last, Quantity now) {
        return isLeap(last.toDouble(), now.toDouble(), limits.quantityLeap());
    }

    private static boolean isLeap(double last, double now, double factor) {
        return last > 0 && now > 0 && (now >= last * factor || last >= now * factor);
    }
}
