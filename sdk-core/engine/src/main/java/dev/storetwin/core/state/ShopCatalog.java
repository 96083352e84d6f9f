package dev.storetwin.core.state;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.ProductUpserted;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.state.CatalogView;
import dev.storetwin.state.CompetitorPrice;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.Promotion;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalog, read from its documents. */
final class ShopCatalog implements CatalogView {

    private final Roots roots;
    private final Names names;

    ShopCatalog(Roots roots, Names names) {
        this.roots = roots;
        this.names = names;
    }

    /** The variant of a document unless a removal is as new. */
    static Optional<VariantUpserted> standing(Document document) {
        var removed = document.newest(VariantRemoved.class);
        return document.newest(VariantUpserted.class).filter(it -> removed.map(
                        gone -> gone.header().version().compareTo(it.header().version()) < 0)
                .orElse(true));
    }

    @Override
    public List<Sku> skus() {
        var described = roots.known(EntityKind.VARIANT).stream().map(Sku::of);
        var traded = Stream.concat(roots.sales().keySet().stream(), roots.stock().keySet().stream());
        return Stream.concat(described, traded)
                .map(names::resolve)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Sku resolve(Sku sku) {
        return names.resolve(sku);
    }

    @Override
    public Optional<Variant> variant(Sku sku) {
        return standing(roots.document(EntityKind.VARIANT, names.resolve(sku).value()))
                .map(this::variant);
    }

    private Variant variant(VariantUpserted said) {
        var product = said.product().flatMap(this::product);
        var attributes = new HashMap<String, String>();
        product.ifPresent(it -> attributes.putAll(it.attributes()));
        attributes.putAll(said.attributes());
        return new Variant(
                said.sku(),
                said.product(),
                said.name(),
                said.category().or(() -> product.flatMap(ProductUpserted::category)),
                said.supplier().or(() -> product.flatMap(ProductUpserted::supplier)),
                said.taxMode(),
                said.tracked(),
                said.parts(),
                attributes);
    }

    private Optional<ProductUpserted> product(ProductId id) {
        var document = roots.document(EntityKind.PRODUCT, id.value());
        var removed = document.newest(ProductRemoved.class);
        return document.newest(ProductUpserted.class).filter(it -> removed.map(
                        gone -> gone.header().version().compareTo(it.header().version()) < 0)
                .orElse(true));
    }

    @Override
    public Optional<Money> cost(Sku sku) {
        return newest(sku, EntityKind.COST, CostChanged.class).map(CostChanged::cost);
    }

    @Override
    public Optional<SupplierTerms> terms(Sku sku) {
        return newest(sku, EntityKind.SUPPLIER_TERMS, SupplierTermsChanged.class)
                .map(it -> new SupplierTerms(it.supplier(), it.minimumOrder(), it.packSize(), it.leadTime()));
    }

    private <T extends TwinEvent> Optional<T> newest(Sku sku, EntityKind kind, Class<T> type) {
        return names.all(sku).stream()
                .flatMap(it -> roots.newest(kind, it.value(), type).stream())
                .findFirst();
    }

    @Override
    public List<PricePoint> priceHistory(Sku sku, Channel channel) {
        var changes = names.all(sku).stream()
                .flatMap(it -> roots.document(EntityKind.PRICE, it + "@" + channel).facts(PriceChanged.class).stream())
                .sorted(Comparator.<PriceChanged, Instant>comparing(
                                it -> it.header().occurredAt())
                        .thenComparing(it -> it.header().version())
                        .thenComparing(it -> it.header().key()))
                .toList();
        return withoutRepeats(changes);
    }

    private static List<PricePoint> withoutRepeats(List<PriceChanged> changes) {
        var points = new ArrayList<PricePoint>();
        for (var change : changes) {
            var point =
                    new PricePoint(change.header().occurredAt(), change.price(), change.compareAt(), change.taxMode());
            var last = points.isEmpty() ? Optional.<PricePoint>empty() : Optional.of(points.get(points.size() - 1));
            if (last.filter(it -> isSame(it, point)).isEmpty()) {
                points.add(point);
            }
        }
        return List.copyOf(points);
    }

    private static boolean isSame(PricePoint one, PricePoint other) {
        return one.price().equals(other.price()) && one.compareAt().equals(other.compareAt());
    }

    @Override
    public List<CompetitorPrice> competitorPrices(Sku sku, Channel channel) {
        return names.all(sku).stream()
                .flatMap(it ->
                        roots.book().read(LedgerEntry.Competing.class, new LedgerEntry.Competing.With(it, channel)))
                .map(LedgerEntry.Competing::seen)
                .sorted(Comparator.comparing(CompetitorPrice::at)
                        .thenComparing(CompetitorPrice::competitor)
                        .thenComparing(it -> it.price().toString()))
                .toList();
    }

    @Override
    public List<Channel> channels(Sku sku) {
        return names.all(sku).stream()
                .flatMap(it -> roots.book().read(LedgerEntry.Priced.class, it))
                .map(LedgerEntry.Priced::channel)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Promotion> promotions(Sku sku, Channel channel) {
        var all = names.all(sku);
        return roots.book()
                .read(LedgerEntry.Campaign.class, Book.class)
                .map(LedgerEntry.Campaign::promotion)
                .filter(it -> it.skus().isEmpty() || all.stream().anyMatch(it.skus()::contains))
                .filter(it -> it.channels().isEmpty() || it.channels().contains(channel))
                .sorted(Comparator.comparing(PromotionScheduled::from).thenComparing(PromotionScheduled::promotion))
                .map(it -> new Promotion(it.promotion(), it.name(), it.from(), it.until(), it.discount()))
                .toList();
    }
}
