package dev.storetwin.testing;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.CompetitorPriceObserved;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.CutOffChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.event.OutageReported;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.ProductUpserted;
import dev.storetwin.event.PromotionEnded;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Region;
import dev.storetwin.type.ShippingService;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Goods, prices, costs, campaigns, channels and nodes. Several stories tell of the same SKU. */
final class CatalogStories {

    private static final ProductId PRODUCT = ProductId.of("toys");

    private CatalogStories() {}

    static Arbitrary<Story> any() {
        return Arbitraries.oneOf(
                variants(),
                removals(),
                products(),
                prices(),
                prices(),
                competitors(),
                costs(),
                terms(),
                promotions(),
                network());
    }

    static Arbitrary<Story> variants() {
        return Combinators.combine(
                        Arbitraries.of(Town.SKUS), Town.minutes(), Arbitraries.of(true, false), Town.units(9))
                .as((sku, minute, claims, name) -> number -> List.of(variant(sku, minute, claims, "name " + name)));
    }

    static VariantUpserted variant(Sku sku, int minute, boolean claimsAlias, String name) {
        return new VariantUpserted(
                Town.header(EntityKind.VARIANT, sku.value(), minute),
                sku,
                claimsAlias ? Set.of(Town.ALIAS) : Set.of(),
                Optional.of(PRODUCT),
                name,
                Optional.empty(),
                Optional.empty(),
                TaxMode.NET,
                true,
                Optional.empty(),
                List.of(),
                Map.of("name", name, "sku", sku.value()));
    }

    private static Arbitrary<Story> removals() {
        return Combinators.combine(Arbitraries.of(Town.SKUS), Town.minutes())
                .as((sku, minute) -> number ->
                        List.of(new VariantRemoved(Town.header(EntityKind.VARIANT, sku.value(), minute), sku)));
    }

    private static Arbitrary<Story> products() {
        return Combinators.combine(Town.minutes(), Arbitraries.of("toys", "games"), Arbitraries.of(true, false))
                .as((minute, category, removed) -> number -> {
                    var header = Town.header(EntityKind.PRODUCT, PRODUCT.value(), minute);
                    TwinEvent event = removed
                            ? new ProductRemoved(header, PRODUCT)
                            : new ProductUpserted(
                                    header,
                                    PRODUCT,
                                    "Toys",
                                    Optional.of(category),
                                    Optional.empty(),
                                    Optional.empty(),
                                    true,
                                    Map.of("age", "3"));
                    return List.of(event);
                });
    }

    private static Arbitrary<Story> prices() {
        return Combinators.combine(Town.skus(), Town.channels(), Town.minutes(), Town.prices())
                .as((sku, channel, minute, price) ->
                        number -> List.of(PriceChanged.of(Town.SHOP, sku, channel, price, Town.at(minute))));
    }

    private static Arbitrary<Story> competitors() {
        return Combinators.combine(Town.skus(), Town.channels(), Town.minutes(), Town.prices())
                .as((sku, channel, minute, price) -> number -> List.of(new CompetitorPriceObserved(
                        Town.header(EntityKind.COMPETITOR_PRICE, sku + "@" + channel + "@" + minute, minute),
                        sku,
                        channel,
                        price.amount().intValue() % 2 == 0 ? "Odds" : "Ends",
                        price)));
    }

    private static Arbitrary<Story> costs() {
        return Combinators.combine(Town.skus(), Town.minutes(), Town.prices())
                .as((sku, minute, cost) -> number -> List.of(CostChanged.of(Town.SHOP, sku, cost, Town.at(minute))));
    }

    private static Arbitrary<Story> terms() {
        return Combinators.combine(
                        Town.skus(), Town.minutes(), Arbitraries.integers().between(1, 20))
                .as((sku, minute, days) -> number -> List.of(SupplierTermsChanged.of(
                        Town.SHOP,
                        SupplierId.of("supplier"),
                        sku,
                        Quantity.of(days),
                        Quantity.of(6),
                        Duration.ofDays(days),
                        Town.at(minute))));
    }

    private static Arbitrary<Story> promotions() {
        return Combinators.combine(
                        Arbitraries.of(Town.SKUS).set().ofMaxSize(2),
                        Town.channels().set().ofMaxSize(1),
                        Town.minutes(),
                        Arbitraries.of(true, false))
                .as((skus, channels, minute, ended) -> number -> {
                    var id = PromotionId.of("promo-" + number);
                    var scheduled = new PromotionScheduled(
                            Town.header(EntityKind.PROMOTION, id.value(), minute),
                            id,
                            "promotion " + number,
                            skus,
                            channels,
                            Town.at(minute + 100),
                            Optional.of(Town.at(minute + 900)),
                            Optional.of(new BigDecimal("0.2")));
                    var end = new PromotionEnded(Town.header(EntityKind.PROMOTION, id.value(), minute + 300), id);
                    return ended ? List.of(scheduled, end) : List.of(scheduled);
                });
    }

    private static Arbitrary<Story> network() {
        return Combinators.combine(Town.nodes(), Town.channels(), Town.minutes(), Arbitraries.of("DE", "FR"))
                .as((node, channel, minute, region) -> number -> List.of(
                        new NodeChanged(
                                Town.header(EntityKind.NODE, node.value(), minute),
                                node,
                                "Node in " + region,
                                NodeKind.WAREHOUSE,
                                Optional.empty(),
                                Optional.empty(),
                                true),
                        ChannelDefined.of(
                                Town.SHOP, channel, Region.of(region), Currency.getInstance("EUR"), Town.at(minute)),
                        new CutOffChanged(
                                Town.header(EntityKind.CUT_OFF, node + ":parcel", minute),
                                node,
                                new ShippingService(CarrierId.of("parcel-co"), "standard"),
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                LocalTime.of(region.equals("DE") ? 14 : 15, 0)),
                        new OutageReported(
                                Town.header(EntityKind.OUTAGE, "outage-" + number, minute),
                                Optional.of(node),
                                Optional.empty(),
                                Town.at(minute),
                                Optional.of(Town.at(minute + 1_000)),
                                "storm in " + region)));
    }
}
