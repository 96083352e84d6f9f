package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ListingChanged;
import dev.storetwin.type.Channel;
import dev.storetwin.type.ProductId;
import java.time.Instant;

/** Whether a product is sold on a channel: a listing for the app's own channel, or a publication that names one. */
final class ListingBody implements BodyTranslator {

    static final Shape SHAPE = Shape.of("listing")
            .reads("product_id", "ListingChanged.product")
            .reads("publication_id", "ListingChanged.channel, where the options name one for it")
            .reads("published_at", "ListingChanged.listed: not without a time")
            .reads("published", "ListingChanged.listed")
            .reads("updated_at", "ListingChanged.occurredAt and version")
            .leavesRest("`products/*` say it");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json listing, Facts facts) {
        var product = listing.id("product_id")
                .map(ProductId::of)
                .orElseThrow(() -> listing.malformed("product_id", "Expected the id of the product."));
        var channel = channel(listing, facts.options());
        var at = listing.moment("updated_at").orElse(facts.moment());
        facts.add(changed(product, channel, isListed(listing), at, facts));
    }

    private static ListingChanged changed(ProductId product, Channel channel, boolean listed, Instant at, Facts facts) {
        var header = facts.header(ListingChanged.class, EntityKind.LISTING, product + "@" + channel, at);
        return new ListingChanged(header, product, channel, listed);
    }

    private static Channel channel(Json listing, ShopifyOptions options) {
        return ChannelReader.named(options, "publication:", listing.id("publication_id"))
                .orElse(options.channel());
    }

    private static boolean isListed(Json listing) {
        return listing.flag("published")
                .orElseGet(() -> listing.moment("published_at").isPresent());
    }
}
