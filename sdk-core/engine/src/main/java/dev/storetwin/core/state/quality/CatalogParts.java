package dev.storetwin.core.state.quality;

import dev.storetwin.event.CatalogEvent;
import dev.storetwin.event.CompetitorPriceObserved;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.ListingChanged;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductUpserted;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.VariantUpserted;
import java.util.Map;

/** What events of the catalog hold. What they define themselves is no reference, nor is what they remove. */
final class CatalogParts {

    private CatalogParts() {}

    static void tell(CatalogEvent event, PartReader to) {
        if (event instanceof PriceChanged price) {
            to.channel(price.channel());
            to.sku(price.sku());
            to.price("price", price.price());
            price.compareAt().ifPresent(it -> to.price("crossed-out price", it));
        } else if (event instanceof CostChanged cost) {
            to.sku(cost.sku());
            to.price("cost", cost.cost());
        } else if (event instanceof CompetitorPriceObserved observed) {
            to.channel(observed.channel());
            to.sku(observed.sku());
            to.text("competitor", observed.competitor());
            to.price("competitor's price", observed.price());
        } else if (event instanceof ListingChanged listing) {
            to.channel(listing.channel());
        } else if (event instanceof ProductUpserted product) {
            tell(product, to);
        } else if (event instanceof VariantUpserted variant) {
            tell(variant, to);
        } else if (event instanceof PromotionScheduled promotion) {
            promotion.channels().forEach(to::channel);
            promotion.skus().forEach(to::sku);
            to.text("name", promotion.name());
        }
    }

    private static void tell(ProductUpserted product, PartReader to) {
        to.text("title", product.title());
        product.category().ifPresent(it -> to.text("category", it));
        product.brand().ifPresent(it -> to.text("brand", it));
        tell(product.attributes(), to);
    }

    private static void tell(VariantUpserted variant, PartReader to) {
        to.text("name", variant.name());
        variant.category().ifPresent(it -> to.text("category", it));
        tell(variant.attributes(), to);
        variant.parts().forEach(part -> {
            to.sku(part.sku());
            to.moved("quantity in the bundle", part.quantity());
        });
    }

    private static void tell(Map<String, String> attributes, PartReader to) {
        attributes.forEach((name, value) -> {
            to.text("attribute's name", name);
            to.text("attribute", value);
        });
    }
}
