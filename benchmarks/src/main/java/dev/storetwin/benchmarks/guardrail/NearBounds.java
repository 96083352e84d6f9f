package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.event.NodeKind;
import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.guardrail.CutOff;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.MinimumOrder;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Region;
import dev.storetwin.type.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Draws actions that lie on a bound, the smallest unit below it, above it, or a little farther off, with facts that are there or missing, there twice,
 * about something else, or in another currency. Question {@code n} is the same at any time, whoever draws it.
 */
final class NearBounds {

    static final List<Sku> SKUS = List.of(Sku.of("MUG-1"), Sku.of("HAT-1"));
    static final List<Channel> CHANNELS = List.of(Channel.of("web"), Channel.of("app"));
    static final List<Region> REGIONS = List.of(Region.of("DE"), Region.of("CH"));
    static final List<NodeId> NODES = List.of(NodeId.of("berlin"), NodeId.of("lyon"));
    static final List<CarrierId> CARRIERS = List.of(CarrierId.of("dhl"), CarrierId.of("ups"));
    static final List<String> SERVICES = List.of("standard", "express");
    private static final List<String> CURRENCIES =
            List.of("EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "USD", "CHF", "JPY");
    private static final double[] DAYS = {0, 5, 13, 13.999, 14, 14.001, 30};

    private final Draw draw;
    private final Currency currency;
    private final List<Fact> facts = new ArrayList<>();

    private NearBounds(Draw draw) {
        this.draw = draw;
        this.currency = Currency.getInstance(pick(CURRENCIES));
    }

    static Question question(Draws draws, long number) {
        var near = new NearBounds(draws.keyed("near-bounds", "", number));
        return switch ((int) (number % 8)) {
            case 0, 1 -> near.price();
            case 2 -> near.order();
            case 3 -> near.parcel();
            case 4 -> new NearPackBounds(near).promotion();
            case 5 -> new NearPackBounds(near).ranking();
            case 6 -> new NearPackBounds(near).transfer();
            default -> new NearPackBounds(near).goods();
        };
    }

    private Question price() {
        long from = 100 + draw.nextInt(20_000);
        long to = draw.nextBoolean(0.3) ? near(from * 19 / 20) : 100 + draw.nextInt(20_000);
        var change = new PriceChange(oftenFirst(SKUS), oftenFirst(CHANNELS), money(from), money(to));
        know(() -> new LandedCost(oftenFirst(SKUS), fact(to * 10 / 11)));
        know(() -> new DayStartPrice(oftenFirst(SKUS), oftenFirst(CHANNELS), fact(to * 10 / pick(List.of(9, 10, 11)))));
        know(() -> new Limit("minimum advertised price", oftenFirst(SKUS).value(), fact(to)));
        know(() -> new Limit("price cap", oftenFirst(REGIONS).value(), fact(to)));
        know(() -> new Market(oftenFirst(CHANNELS), oftenFirst(REGIONS)));
        know(() -> new StockCover(oftenFirst(SKUS), draw.nextInt(100), DAYS[draw.nextInt(DAYS.length)]));
        return question(change);
    }

    private Question order() {
        long spend = draw.nextBoolean(0.5) ? near(5_000 * minorUnits()) : 1 + draw.nextInt(900_000);
        long spent = draw.nextInt(900_000);
        long wanted = 1_000L * (1 + draw.nextInt(60)) + (draw.nextBoolean(0.1) ? draw.nextInt(1_000) : 0);
        var order =
                new Replenishment(oftenFirst(SKUS), oftenFirst(NODES), new Quantity(wanted), Optional.of(money(spend)));
        know(() -> new Spend(fact(spend, 0)));
        know(() -> new WeekSpend(fact(spent, 0)));
        know(() -> new Limit("weekly budget", "*", fact(spend + spent)));
        know(() -> new MinimumOrder(oftenFirst(SKUS), new Quantity(Math.max(1, wanted + step()))));
        know(() -> new PackSize(oftenFirst(SKUS), new Quantity(pack(wanted))));
        know(() -> new Location(oftenFirst(NODES), NodeKind.STORE, "DE", "BE", draw.nextBoolean(0.9)));
        limit("longest cover", 30);
        know(() -> new StockCover(oftenFirst(SKUS), 5, pick(List.of(29.999, 30.0, 30.001, 5.0))));
        return question(order);
    }

    private long pack(long wanted) {
        return pick(List.of(1_000L, 2_000L, 6_000L, 500L, wanted, wanted + 1, Math.max(1, wanted / 2)));
    }

    private Question parcel() {
        var ready = Question.NOW.plusSeconds(draw.nextInt(7_200));
        var plan = new SourcingPlan(
                oftenFirst(NearPackBounds.ORDERS), oftenFirst(NODES), oftenFirst(CARRIERS), oftenFirst(SERVICES), ready);
        know(() -> {
            var latest = ready.plusMillis(draw.nextBoolean(0.2) ? -draw.nextInt(3_600_000) : step());
            var next = ready.plusMillis(draw.nextBoolean(0.7) ? draw.nextInt(90_000_000) : step());
            return new CutOff(
                    oftenFirst(NODES),
                    oftenFirst(CARRIERS),
                    oftenFirst(SERVICES),
                    latest,
                    next.isAfter(latest) ? next : latest.plusMillis(1));
        });
        new NearPackBounds(this).knowOfParcels();
        return question(plan);
    }

    Question question(Action action) {
        return new Question(action, List.copyOf(facts));
    }

    /** A number of the merchant's, mostly known, once. */
    void limit(String name, double value) {
        if (draw.nextBoolean(0.85)) {
            facts.add(new NumberLimit(name, "*", value));
        }
    }

    void seldom(Supplier<Fact> fact) {
        if (draw.nextBoolean(0.1)) {
            facts.add(fact.get());
        }
    }

    /** Mostly one fact, sometimes two of a kind, sometimes none. */
    void know(Supplier<Fact> fact) {
        if (draw.nextBoolean(0.75)) {
            facts.add(fact.get());
        }
        if (draw.nextBoolean(0.1)) {
            facts.add(fact.get());
        }
    }

    /** What a fact says, near a number; now and then in a currency that cannot be compared. */
    Money fact(long minor) {
        return fact(near(minor), 0.002);
    }

    private Money fact(long minor, double clash) {
        return draw.nextBoolean(clash) ? Money.of("1", "SEK") : money(minor);
    }

    private long near(long minor) {
        return Math.max(1, draw.nextBoolean(0.2) ? minor + draw.nextInt(400) - 200 : minor + step());
    }

    /** The smallest unit down, nothing, the smallest unit up; sometimes two. */
    int step() {
        return draw.nextInt(5) - 2;
    }

    Money money(long minor) {
        return new Money(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()), currency);
    }

    private long minorUnits() {
        return currency.getDefaultFractionDigits() == 0 ? 1 : 100;
    }

    <T> T oftenFirst(List<T> all) {
        return all.get(draw.nextBoolean(0.85) ? 0 : draw.nextInt(all.size()));
    }

    int below(int bound) {
        return draw.nextInt(bound);
    }

    <T> T pick(List<T> all) {
        return all.get(draw.nextInt(all.size()));
    }
}
