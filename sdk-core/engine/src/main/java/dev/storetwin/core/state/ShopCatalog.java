package dev.storetwin.core.state;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.ProductUpserted;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.state.CatalogView;
import dev.storetwin.state.CompetitorPrice;
import dev.storetwin.state.CostPoint;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.Promotion;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalog, read from its documents. */
final class ShopCatalog implements CatalogView {

    private final Reading reading;
    private final Names names;

    ShopCatalog(Reading reading, Names names) {
        this.reading = reading;
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
        return reading.catalog(this::allSkus);
    }

    private List<Sku> allSkus() {
        var traded = new ArrayList<Sku>();
        reading.forEachTraded(traded::add);
        var described = reading.known(EntityKind.VARIANT).stream().map(Sku::of);
        return Stream.concat(described, traded.stream())
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
        return standing(reading.document(EntityKind.VARIANT, names.resolve(sku).value()))
                .filter(it -> !isGoneOtherwise(it))
                .map(this::variant);
    }

    /** Its product was removed, or itself under another of its names. Versions of two things cannot be compared, moments can. */
    private boolean isGoneOtherwise(VariantUpserted variant) {
        var removals = Stream.concat(
                variant.product().stream()
                        .flatMap(it -> reading.newest(EntityKind.PRODUCT, it.value(), ProductRemoved.class).stream()),
                variant.aliases().stream()
                        .flatMap(it -> reading.newest(EntityKind.VARIANT, it.value(), VariantRemoved.class).stream()));
        return removals.anyMatch(
                it -> !it.header().occurredAt().isBefore(variant.header().occurredAt()));
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
        var document = reading.document(EntityKind.PRODUCT, id.value());
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
    public List<CostPoint> costHistory(Sku sku) {
        return names.all(sku).stream()
                .map(it -> reading.document(EntityKind.COST, it.value()).history(CostChanged.class))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .map(ShopCatalog::costPoints)
                .orElse(List.of());
    }

    /** By version, as {@link #cost} goes: what is older in time than the one before it was replaced before it stood. */
    private static List<CostPoint> costPoints(List<CostChanged> history) {
        var points = new ArrayList<CostPoint>();
        for (var change : history) {
            var from = change.header().occurredAt();
            points.removeIf(it -> !it.from().isBefore(from));
            points.add(new CostPoint(from, change.cost()));
        }
        return List.copyOf(points);
    }

    @Override
    public Optional<SupplierTerms> terms(Sku sku) {
        return newest(sku, EntityKind.SUPPLIER_TERMS, SupplierTermsChanged.class)
                .map(it -> new SupplierTerms(it.supplier(), it.minimumOrder(), it.packSize(), it.leadTime()));
    }

    private <T extends TwinEvent> Optional<T> newest(Sku sku, EntityKind kind, Class<T> type) {
        return names.all(sku).stream()
                .flatMap(it -> reading.newest(kind, it.value(), type).stream())
                .findFirst();
    }

    /** Every report of a price, oldest first, with all repetitions. */
    List<PriceEntry> told(Sku sku, Channel channel) {
        return prices(sku, channel)
                .flatMap(it -> it.entries().stream())
                .sorted()
                .toList();
    }

    @Override
    public List<PricePoint> priceHistory(Sku sku, Channel channel) {
        var changes = told(sku, channel);
        var points = new ArrayList<PricePoint>();
        for (int i = 0; i < changes.size(); i++) {
            if (i == 0 || !changes.get(i).repeats(changes.get(i - 1))) {
                points.add(changes.get(i).point());
            }
        }
        return List.copyOf(points);
    }

    private Stream<PriceAccount> prices(Sku sku, Channel channel) {
        return names.books(sku).flatMap(it -> Optional.ofNullable(it.prices().get(channel)).stream());
    }

    @Override
    public List<CompetitorPrice> competitorPrices(Sku sku, Channel channel) {
        return names.all(sku).stream()
                .flatMap(it -> reading.read(LedgerEntry.Competing.class, new LedgerEntry.Competing.With(it, channel)))
                .map(LedgerEntry.Competing::seen)
                .sorted(Comparator.comparing(CompetitorPrice::at)
                        .thenComparing(CompetitorPrice::competitor)
                        .thenComparing(it -> it.price().toString()))
                .toList();
    }

    @Override
    public List<Channel> channels(Sku sku) {
        return names.books(sku)
                .flatMap(it -> it.prices().keys().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Promotion> promotions(Sku sku, Channel channel) {
        var all = names.all(sku);
        return reading.read(LedgerEntry.Campaign.class, Book.SHOP)
                .map(LedgerEntry.Campaign::promotion)
                .filter(it -> it.skus().isEmpty() || all.stream().anyMatch(it.skus()::contains))
                .filter(it -> it.channels().isEmpty() || it.channels().contains(channel))
                .sorted(Comparator.comparing(PromotionScheduled::from).thenComparing(PromotionScheduled::promotion))
                .map(it -> new Promotion(it.promotion(), it.name(), it.from(), it.until(), it.discount()))
                .toList();
    }
}
