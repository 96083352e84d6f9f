package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.event.NodeKind;
import dev.storetwin.guardrail.Campaign;
import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.CurrentPrice;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.LowestPrice;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.NodeOutage;
import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.OrderAge;
import dev.storetwin.guardrail.OrderValue;
import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Refunded;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.returns.Disposition;
import dev.storetwin.returns.Fate;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Draws what the packs beyond prices and orders judge, near their bounds. */
final class NearPackBounds {

    static final List<OrderId> ORDERS = List.of(OrderId.of("O-1"), OrderId.of("O-2"));

    private static final List<String> PAGES = List.of("home", "mugs");
    private static final List<String> CATEGORIES = List.of("clearance", "mugs");
    private static final List<Fate> FATES = List.of(Fate.values());

    private final NearBounds near;

    NearPackBounds(NearBounds near) {
        this.near = near;
    }

    /** What is known beside a parcel, other than the collections of carriers. */
    void knowOfParcels() {
        near.seldom(() -> new CarrierOutage(near.oftenFirst(NearBounds.CARRIERS), Question.NOW, "strike"));
        near.know(() -> {
            long ordered = 3_000 + near.below(3_000);
            long shipped = near.below(2) * 1_000L;
            near.know(() -> stock(ordered - shipped));
            return new OrderedLine(
                    near.oftenFirst(ORDERS),
                    "1",
                    near.oftenFirst(NearBounds.SKUS),
                    new Quantity(ordered),
                    new Quantity(shipped),
                    Quantity.ZERO);
        });
        near.limit("late after days", 3);
        near.know(() -> new OrderAge(near.oftenFirst(ORDERS), days(3)));
        near.know(() -> new Location(
                near.oftenFirst(NearBounds.NODES), near.pick(List.of(NodeKind.STORE, NodeKind.WAREHOUSE)), "DE", "BE", true));
        near.know(() -> Moment.of(Question.NOW.minus(Duration.ofDays(near.below(2))), ZoneOffset.UTC));
    }

    private NodeStock stock(long thousandths) {
        var quantity = new Quantity(Math.max(0, thousandths + near.step()));
        return new NodeStock(
                near.oftenFirst(NearBounds.SKUS), near.oftenFirst(NearBounds.NODES), quantity, quantity, Quantity.ZERO);
    }

    /** A number of days: the bound, a thousandth off, or one off. */
    private double days(double bound) {
        return near.pick(List.of(bound, bound - 0.001, bound + 0.001, bound - 1, bound + 1));
    }

    Question promotion() {
        long price = 100 + near.below(20_000);
        long days = 20 + near.below(12);
        var starts = Question.NOW.plus(Duration.ofDays(3));
        var ends = starts.plus(Duration.ofMinutes(days * 1_440 + near.step()));
        var plan = new PromotionPlan(
                near.oftenFirst(NearBounds.SKUS),
                near.oftenFirst(NearBounds.CHANNELS),
                near.money(price * 2),
                near.money(price),
                starts,
                ends);
        near.limit("days between promotions", 14);
        near.know(() -> campaign(starts, ends));
        near.know(() -> new LowestPrice(
                near.oftenFirst(NearBounds.SKUS), near.oftenFirst(NearBounds.CHANNELS), near.fact(price)));
        near.limit("longest promotion", near.pick(List.of((double) days, days - 0.5, 28.0)));
        near.know(() -> new LandedCost(near.oftenFirst(NearBounds.SKUS), near.fact(price * 20 / 21)));
        near.know(() -> new StockCover(near.oftenFirst(NearBounds.SKUS), 5, days(2.0 * days)));
        return near.question(plan);
    }

    private Campaign campaign(Instant starts, Instant ends) {
        var until = starts.minus(Duration.ofDays(14)).plus(Duration.ofMinutes(near.step()));
        var later = ends.plus(Duration.ofMinutes(near.step()));
        return new Campaign(
                near.oftenFirst(NearBounds.SKUS),
                near.oftenFirst(NearBounds.CHANNELS),
                "spring",
                near.pick(List.of(until.minus(Duration.ofDays(7)), later)),
                near.pick(List.of(until, later.plus(Duration.ofDays(7)))));
    }

    Question ranking() {
        int place = 1 + near.below(30);
        long price = 100 + near.below(20_000);
        var ranking = new Ranking(
                near.oftenFirst(NearBounds.SKUS), near.oftenFirst(NearBounds.CHANNELS), near.pick(PAGES), place);
        near.know(() -> new Category(near.oftenFirst(NearBounds.SKUS), near.pick(CATEGORIES)));
        near.limit("best places", place + near.step());
        near.limit("most that may come back", 0.33);
        near.know(() -> new Figure("return_rate_91d", "MUG-1", 0.33 + near.step() / 1_000.0));
        near.limit("places on the first page", place + near.step());
        near.know(() -> new StockCover(near.oftenFirst(NearBounds.SKUS), near.step() / 1_000.0, 5));
        near.limit("least margin of the best", 0.2);
        near.know(() -> new CurrentPrice(
                near.oftenFirst(NearBounds.SKUS), near.oftenFirst(NearBounds.CHANNELS), near.fact(price)));
        near.know(() -> new LandedCost(near.oftenFirst(NearBounds.SKUS), near.fact(price * 4 / 5)));
        return near.question(ranking);
    }

    Question transfer() {
        long wanted = 1_000L * (1 + near.below(12)) + near.step();
        var giver = near.pick(NearBounds.NODES);
        var receiver = NearBounds.NODES.get(1 - NearBounds.NODES.indexOf(giver));
        var transfer = new Transfer(near.oftenFirst(NearBounds.SKUS), giver, receiver, new Quantity(wanted));
        near.limit("units kept back", 10);
        near.know(() -> stock(wanted + 10_000));
        near.seldom(() -> new NodeOutage(near.pick(NearBounds.NODES), Question.NOW, "flood"));
        near.limit("well stocked", 50);
        near.know(() -> stock(50_000));
        near.limit("smallest transfer", 6);
        near.know(() -> new PackSize(
                near.oftenFirst(NearBounds.SKUS), new Quantity(near.pick(List.of(wanted, 1_000L, 6_000L, wanted + 1)))));
        return near.question(transfer);
    }

    Question goods() {
        long refund = 1 + near.below(20_000);
        long quantity = 1_000L * (1 + near.below(3));
        long before = near.below(2) * 1_000L;
        var goods = new Disposition(
                near.oftenFirst(ORDERS),
                near.pick(List.of("1", "2")),
                near.oftenFirst(NearBounds.SKUS),
                near.oftenFirst(NearBounds.NODES),
                new Quantity(quantity),
                near.pick(FATES),
                near.money(refund));
        near.know(() -> new OrderedLine(
                near.oftenFirst(ORDERS),
                "1",
                near.oftenFirst(NearBounds.SKUS),
                new Quantity(9_000),
                new Quantity(quantity + before + near.step()),
                new Quantity(before)));
        near.know(() -> new Limit("worth the way back", "*", near.fact(400)));
        near.know(() -> new LandedCost(near.oftenFirst(NearBounds.SKUS), near.fact(400)));
        long paid = near.below(500);
        near.know(() -> new OrderValue(near.oftenFirst(ORDERS), near.fact(refund + near.pick(List.of(0L, paid)))));
        near.know(() -> new Refunded(near.oftenFirst(ORDERS), near.fact(paid)));
        near.limit("return window", 30);
        near.know(() -> new OrderAge(near.oftenFirst(ORDERS), days(30)));
        return near.question(goods);
    }
}
