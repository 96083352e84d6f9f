package dev.storetwin.benchmarks.memory;

import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a state must say of some SKUs, reckoned by plain maps from the events that went in. */
final class Reckoning {

    private record At(Sku sku, NodeId node) {}

    private record In(Sku sku, Channel channel) {}

    private final Map<Sku, Double> units = new HashMap<>();
    private final Map<At, Quantity> counts = new HashMap<>();
    private final Map<In, Money> prices = new HashMap<>();

    /** @param skus that are looked at; all others are passed over */
    Reckoning(Collection<Sku> skus) {
        skus.forEach(it -> units.put(it, 0.0));
    }

    /** Takes an event; later ones must come later. */
    void add(TwinEvent event) {
        if (event instanceof OrderPlaced order) {
            order.lines()
                    .forEach(it -> units.computeIfPresent(
                            it.sku(), (sku, sum) -> sum + it.quantity().toDouble()));
        } else if (event instanceof StockCounted count && units.containsKey(count.sku())) {
            counts.put(new At(count.sku(), count.node()), count.quantity());
        } else if (event instanceof PriceChanged price && units.containsKey(price.sku())) {
            prices.put(new In(price.sku(), price.channel()), price.price());
        }
    }

    /** @throws IllegalStateException naming the first SKU of which the state says something else */
    void compare(TwinState state, LocalDate from, LocalDate until) {
        units.forEach((sku, sum) -> Machine.mustHold(
                Arrays.stream(state.demand().sales(sku, from, until).units()).sum() == sum,
                "%s sold %s".formatted(sku, sum)));
        counts.forEach((at, quantity) -> Machine.mustHold(
                state.stock().onHand(at.sku(), at.node(), StockKind.SELLABLE).equals(quantity),
                "%s on hand of %s".formatted(quantity, at)));
        var end = until.atStartOfDay().toInstant(ZoneOffset.UTC);
        prices.forEach((in, price) -> Machine.mustHold(
                state.catalog()
                        .price(in.sku(), in.channel(), end)
                        .filter(it -> it.price().equals(price))
                        .isPresent(),
                "%s is the price of %s".formatted(price, in)));
    }
}
