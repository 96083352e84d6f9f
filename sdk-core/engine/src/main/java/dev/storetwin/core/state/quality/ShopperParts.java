package dev.storetwin.core.state.quality;

import dev.storetwin.event.CartChanged;
import dev.storetwin.event.CheckoutAdvanced;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.SearchPerformed;
import dev.storetwin.event.ShopperEvent;
import dev.storetwin.event.SkuQuantity;
import java.util.List;

/** What shoppers' events hold. */
final class ShopperParts {

    private ShopperParts() {}

    static void tell(ShopperEvent event, PartReader to) {
        to.channel(event.visit().channel());
        if (event instanceof ProductViewed viewed) {
            to.sku(viewed.sku());
        } else if (event instanceof CartChanged cart) {
            lines(cart.lines(), to);
        } else if (event instanceof CheckoutAdvanced checkout) {
            lines(checkout.lines(), to);
        } else if (event instanceof SearchPerformed search) {
            to.text("query", search.query().reveal());
            search.shown().forEach(to::sku);
        }
    }

    private static void lines(List<SkuQuantity> lines, PartReader to) {
        for (var line : lines) {
            to.sku(line.sku());
            to.ordered("quantity in the cart", line.quantity());
        }
    }
}
