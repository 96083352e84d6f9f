package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.guardrail.CutOff;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.MinimumOrder;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
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

    private static final List<Sku> SKUS = List.of(Sku.of("MUG-1"), Sku.of("HAT-1"));
    private static final List<Channel> CHANNELS = List.of(Channel.of("web"), Channel.of("app"));
    private static final List<Region> REGIONS = List.of(Region.of("DE"), Region.of("CH"));
    private static final List<NodeId> NODES = List.of(NodeId.of("berlin"), NodeId.of("lyon"));
    private static final List<CarrierId> CARRIERS = List.of(CarrierId.of("dhl"), CarrierId.of("ups"));
    private static final List<String> SERVICES = List.of("standard", "express");
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
        return switch ((int) (number % 4)) {
            case 0, 1 -> near.price();
            case 2 -> near.order();
            default -> near.parcel();
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
        return new Question(change, facts);
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
        return new Question(order, facts);
    }

    private long pack(long wanted) {
        return pick(List.of(1_000L, 2_000L, 6_000L, 500L, wanted, wanted + 1, Math.max(1, wanted / 2)));
    }

    private Question parcel() {
        var ready = Question.NOW.plusSeconds(draw.nextInt(7_200));
        var plan = new SourcingPlan(
                OrderId.of("O-1"), oftenFirst(NODES), oftenFirst(CARRIERS), oftenFirst(SERVICES), ready);
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
        return new Question(plan, facts);
    }

    /** Mostly one fact, sometimes two of a kind, sometimes none. */
    private void know(Supplier<Fact> fact) {
        if (draw.nextBoolean(0.75)) {
            facts.add(fact.get());
        }
        if (draw.nextBoolean(0.1)) {
            facts.add(fact.get());
        }
    }

    /** What a fact says, near a number; now and then in a currency that cannot be compared. */
    private Money fact(long minor) {
        return fact(near(minor), 0.002);
    }

    private Money fact(long minor, double clash) {
        return draw.nextBoolean(clash) ? Money.of("1", "SEK") : money(minor);
    }

    private long near(long minor) {
        return Math.max(1, draw.nextBoolean(0.2) ? minor + draw.nextInt(400) - 200 : minor + step());
    }

    /** The smallest unit down, nothing, the smallest unit up; sometimes two. */
    private int step() {
        return draw.nextInt(5) - 2;
    }

    private Money money(long minor) {
        return new Money(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()), currency);
    }

    private long minorUnits() {
        return currency.getDefaultFractionDigits() == 0 ? 1 : 100;
    }

    private <T> T oftenFirst(List<T> all) {
        return all.get(draw.nextBoolean(0.85) ? 0 : draw.nextInt(all.size()));
    }

    private <T> T pick(List<T> all) {
        return all.get(draw.nextInt(all.size()));
    }
}
