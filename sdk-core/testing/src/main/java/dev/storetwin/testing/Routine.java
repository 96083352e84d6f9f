package dev.storetwin.testing;

import dev.storetwin.core.random.Draws;
import dev.storetwin.event.CartChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.Visit;
import dev.storetwin.testing.Visitor.Wish;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Place;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.SubjectId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens in the synthetic shop day after day: the merchant's plan, shoppers, purchases and counts. */
final class Routine {

    private static final int ANNOUNCED_DAYS_AHEAD = 3;
    private static final Duration FROM_LOOK_TO_ORDER = Duration.ofSeconds(90);
    private static final double FILLS_A_CART = .4;

    private final ShopSettings settings;
    private final Assortment assortment;
    private final MerchantPlan plan;
    private final Shoppers shoppers;
    private final ShopFloor floor;
    private final Buyer buyer;
    private final Stocktake stocktake;
    private final Draws draws;
    private final boolean buysForEver;

    /** @param buysForEver whether the shop's own buyer goes on after the history ends */
    Routine(SyntheticShop shop, ShopFloor floor, boolean buysForEver) {
        this.settings = shop.settings();
        this.assortment = shop.assortment();
        this.plan = shop.plan();
        this.shoppers = shop.shoppers();
        this.floor = floor;
        this.buyer = new Buyer(settings, assortment, floor.shelves(), floor.board(), floor.purchasing());
        this.stocktake = new Stocktake(settings, assortment, floor.agenda(), floor.shelves());
        this.draws = Draws.of(settings.seed());
        this.buysForEver = buysForEver;
    }

    void start() {
        new Opening(settings, assortment, plan, floor).announce();
        begin(settings.from());
    }

    private void begin(LocalDate day) {
        buyer.begin(day);
        if (day.isAfter(settings.from())) {
            reprice(day);
        }
        announce(day);
        assortment.outlets().stream()
                .flatMap(it -> shoppers.of(it, day).stream())
                .forEach(it -> floor.agenda().at(it.at(), () -> receive(it, day)));
        if (buysForEver || day.isBefore(settings.until())) {
            at(day, 9, () -> buyer.review(day));
        }
        stocktake.schedule(day);
        at(day.plusDays(1), 0, () -> begin(day.plusDays(1)));
    }

    private void at(LocalDate day, int hour, Runnable task) {
        floor.agenda().at(day.atTime(hour, 0).atZone(settings.zone()).toInstant(), task);
    }

    /** What the plan changes from yesterday to today; a price that somebody else has set stays until then. */
    private void reprice(LocalDate day) {
        var yesterday = day.minusDays(1);
        for (var article : assortment.articles()) {
            var cost = plan.cost(article, day);
            if (!cost.equals(plan.cost(article, yesterday))) {
                floor.board().cost(article.sku(), cost);
            }
            for (var outlet : assortment.outlets()) {
                var tag = plan.tag(article, outlet, day);
                if (!tag.equals(plan.tag(article, outlet, yesterday))) {
                    floor.board().post(article.sku(), outlet.channel(), tag);
                }
            }
        }
    }

    private void announce(LocalDate day) {
        plan.campaigns().stream()
                .filter(it -> it.from().minusDays(ANNOUNCED_DAYS_AHEAD).equals(day))
                .forEach(it -> at(day, 10, () -> announce(it)));
    }

    private void announce(Campaign campaign) {
        var channels = campaign.outlets().stream().map(Outlet::channel).collect(Collectors.toSet());
        floor.log()
                .write(new PromotionScheduled(
                        floor.log().header(EntityKind.PROMOTION, campaign.id().value()),
                        campaign.id(),
                        campaign.name(),
                        Set.copyOf(campaign.skus()),
                        channels,
                        campaign.from().atStartOfDay(settings.zone()).toInstant(),
                        Optional.of(
                                campaign.until().atStartOfDay(settings.zone()).toInstant()),
                        Optional.of(campaign.discount())));
    }

    /** A shopper decides by the prices of the moment in which they come. */
    private void receive(Visitor visitor, LocalDate day) {
        var accepted = visitor.wishes().stream()
                .filter(it -> it.accepts(relativePrice(it, visitor.outlet())))
                .toList();
        if (visitor.browses()) {
            browse(visitor, accepted, day);
        }
        if (!accepted.isEmpty()) {
            var moment = visitor.browses() ? visitor.at().plus(FROM_LOOK_TO_ORDER) : visitor.at();
            floor.agenda().at(moment, () -> sell(visitor, accepted, day));
        }
    }

    private double relativePrice(Wish wish, Outlet outlet) {
        var article = wish.article();
        return floor.board()
                .tag(article.sku(), outlet.channel())
                .map(it -> it.price().ratioTo(article.prices().get(outlet.index())))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private void sell(Visitor visitor, List<Wish> accepted, LocalDate day) {
        var outlet = visitor.outlet();
        var subject = subject(visitor);
        var shipTo = new Place(outlet.region().value(), Optional.of(outlet.region()), Optional.empty());
        var counter = outlet.isCounter()
                ? Optional.of(assortment.depots().get(outlet.depot()).node())
                : Optional.<NodeId>empty();
        var wanted = accepted.stream()
                .map(it -> new Till.Wanted(it.article().sku(), it.units()))
                .toList();
        floor.sell(new Till.Basket(outlet.channel(), subject, counter, nodes(outlet), Optional.of(shipTo), wanted))
                .ifPresent(it -> buyer.saw(it, day));
    }

    private Optional<SubjectId> subject(Visitor visitor) {
        return visitor.customer().stream().mapToObj(floor.customers()::greet).findFirst();
    }

    /** The outlet's own depot first, then the others. */
    private List<NodeId> nodes(Outlet outlet) {
        var own = assortment.depots().get(outlet.depot()).node();
        Collection<NodeId> nodes = new LinkedHashSet<>();
        nodes.add(own);
        assortment.depots().forEach(it -> nodes.add(it.node()));
        return List.copyOf(nodes);
    }

    private void browse(Visitor visitor, List<Wish> accepted, LocalDate day) {
        var customer = visitor.customer().stream().mapToObj(Integer::toString).findFirst();
        var name = "%s-%s-%s-%d"
                .formatted(
                        day,
                        visitor.outlet().channel(),
                        customer.orElse("nobody"),
                        visitor.at().toEpochMilli() % 86_400_000);
        var session = SessionId.of(name);
        var visit = new Visit(session, subject(visitor), visitor.outlet().channel());
        visitor.wishes().forEach(it -> view(visit, it));
        boolean fills = draws.keyed("cart", name, 0).nextBoolean(FILLS_A_CART);
        if (fills && !accepted.isEmpty()) {
            cart(visit, accepted);
        }
    }

    private void view(Visit visit, Wish wish) {
        var sku = wish.article().sku();
        var header = floor.log().header(EntityKind.SESSION, visit.session() + ":" + sku);
        floor.log().write(new ProductViewed(header, visit, sku));
    }

    private void cart(Visit visit, List<Wish> accepted) {
        var header = floor.log().header(EntityKind.SESSION, visit.session() + ":cart");
        var lines = accepted.stream()
                .map(it -> new SkuQuantity(it.article().sku(), Quantity.of(it.units())))
                .toList();
        floor.log().write(new CartChanged(header, visit, lines));
    }
}
