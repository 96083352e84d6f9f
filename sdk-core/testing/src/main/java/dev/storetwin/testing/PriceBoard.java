package dev.storetwin.testing;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What everything costs now: the shopper, by channel, and the shop. */
final class PriceBoard {

    private record Shelf(Sku sku, Channel channel) {}

    private final ShopLog log;
    private final Map<Shelf, PriceTag> tags = new HashMap<>();
    private final Map<Sku, Money> costs = new HashMap<>();

    PriceBoard(ShopLog log) {
        this.log = log;
    }

    Optional<PriceTag> tag(Sku sku, Channel channel) {
        return Optional.ofNullable(tags.get(new Shelf(sku, channel)));
    }

    Optional<Money> cost(Sku sku) {
        return Optional.ofNullable(costs.get(sku));
    }

    void post(Sku sku, Channel channel, PriceTag tag) {
        tags.put(new Shelf(sku, channel), tag);
        var header = log.header(EntityKind.PRICE, sku + "@" + channel + "@" + log.now());
        log.write(new PriceChanged(header, sku, channel, tag.price(), tag.compareAt(), TaxMode.NET));
    }

    void cost(Sku sku, Money cost) {
        costs.put(sku, cost);
        log.write(new CostChanged(log.header(EntityKind.COST, sku.value()), sku, cost));
    }
}
