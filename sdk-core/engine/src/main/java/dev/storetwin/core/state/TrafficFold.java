package dev.storetwin.core.state;

import dev.storetwin.event.CartChanged;
import dev.storetwin.event.CheckoutAdvanced;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one visit's cart and checkout add to the traffic of SKUs.
 *
 * <p>How it works: a cart is told as a whole, version by version. A SKU was put into it whenever a version holds more of it than the one
 * before. A checkout counts once for each SKU that it names, on the day when it first did. All versions are looked at in their own order, so
 * that it does not matter in which order they came; a version that was never told only makes two steps one.
 */
final class TrafficFold {

    private TrafficFold() {}

    static List<LedgerEntry> entries(Document document, Folding folding) {
        var entries = new ArrayList<LedgerEntry>();
        carts(document.history(CartChanged.class), folding, entries);
        checkouts(document.history(CheckoutAdvanced.class), folding, entries);
        return entries;
    }

    private static void carts(List<CartChanged> versions, Folding folding, List<LedgerEntry> entries) {
        Map<Sku, Quantity> held = Map.of();
        for (var cart : versions) {
            var now = quantities(cart.lines());
            var before = held;
            now.entrySet().stream()
                    .filter(it -> it.getValue().compareTo(before.getOrDefault(it.getKey(), Quantity.ZERO)) > 0)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(it -> entries.add(LedgerEntry.Viewed.intoCart(
                            it,
                            cart.visit().channel(),
                            folding.day(cart.header().occurredAt()))));
            held = now;
        }
    }

    private static Map<Sku, Quantity> quantities(List<SkuQuantity> lines) {
        return lines.stream()
                .collect(Collectors.toMap(SkuQuantity::sku, SkuQuantity::quantity, Quantity::plus, HashMap::new));
    }

    private static void checkouts(List<CheckoutAdvanced> steps, Folding folding, List<LedgerEntry> entries) {
        var named = new HashSet<Sku>();
        for (var step : steps) {
            for (var line : step.lines()) {
                if (named.add(line.sku())) {
                    entries.add(LedgerEntry.Viewed.atCheckout(
                            line.sku(),
                            step.visit().channel(),
                            folding.day(step.header().occurredAt())));
                }
            }
        }
    }
}
