package dev.storetwin.testing;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Place;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.util.Optional;

/** The first moment of a synthetic shop: its nodes, channels, goods, terms, costs, prices and full shelves. */
final class Opening {

    private static final int DAYS_BEYOND_LEAD_TIME = 21;

    private final ShopSettings settings;
    private final Assortment assortment;
    private final MerchantPlan plan;
    private final ShopFloor floor;

    Opening(ShopSettings settings, Assortment assortment, MerchantPlan plan, ShopFloor floor) {
        this.settings = settings;
        this.assortment = assortment;
        this.plan = plan;
        this.floor = floor;
    }

    void announce() {
        assortment.depots().forEach(this::open);
        assortment.outlets().forEach(this::open);
        assortment.articles().forEach(this::describe);
        assortment.articles().forEach(this::fill);
    }

    private void open(Depot depot) {
        floor.log()
                .write(new NodeChanged(
                        floor.log().header(EntityKind.NODE, depot.node().value()),
                        depot.node(),
                        depot.name(),
                        depot.kind(),
                        Optional.of(Place.of(depot.country())),
                        Optional.of(settings.zone()),
                        true));
    }

    private void open(Outlet outlet) {
        floor.log()
                .write(new ChannelDefined(
                        floor.log().header(EntityKind.CHANNEL, outlet.channel().value()),
                        outlet.channel(),
                        Optional.of(outlet.region()),
                        settings.currency(),
                        TaxMode.NET));
    }

    private void describe(Article article) {
        var log = floor.log();
        var supply = article.supply();
        log.write(VariantUpserted.of(
                        ShopLog.SHOP,
                        article.sku(),
                        article.name(),
                        article.wares().category(),
                        log.now())
                .from(supply.supplier()));
        log.write(SupplierTermsChanged.of(
                ShopLog.SHOP,
                supply.supplier(),
                article.sku(),
                Quantity.of(supply.minimumOrder()),
                Quantity.of(supply.packSize()),
                Duration.ofDays(supply.leadDays()),
                log.now()));
        floor.board().cost(article.sku(), article.cost());
        for (var outlet : assortment.outlets()) {
            floor.board().post(article.sku(), outlet.channel(), plan.tag(article, outlet, settings.from()));
        }
    }

    private void fill(Article article) {
        for (var depot : assortment.depots()) {
            if (assortment.isStocked(article, depot)) {
                fill(article, depot.node(), assortment.dailyUnits(article, depot));
            }
        }
    }

    private void fill(Article article, NodeId node, double dailyUnits) {
        int days = article.supply().leadDays() + DAYS_BEYOND_LEAD_TIME;
        long units = 2 + (long) StrictMath.ceil(dailyUnits * days);
        floor.shelves().putBack(article.sku(), node, units);
        floor.shelves().count(article.sku(), node);
    }
}
