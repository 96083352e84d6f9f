package dev.storetwin.core;

import dev.storetwin.event.CompetitorPriceObserved;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Some things in two channels whose prices answer to demand as is written here: whoever looks from outside can work out what each price brings. */
final class CoupledShop {

    static final Instant NOW = Instant.parse("2026-05-06T09:00:00Z");
    static final Channel WEB = Channel.of("web");
    static final Channel STORE = Channel.of("store");

    private static final Instant BEFORE = NOW.minus(Duration.ofDays(90));
    private static final Source SOURCE = new Source("shelf");
    private static final List<Integer> STEPS = List.of(80, 85, 90, 95, 105, 110, 115, 120);

    /**
     * One thing in one channel.
     *
     * @param family     a product
     * @param size       of the thing
     * @param units      sold at the price that stands
     * @param competitor what somebody else asks, in cents; 0 for nobody
     */
    record Item(
            SkuInChannel pair,
            String family,
            int size,
            long price,
            long cost,
            double units,
            double elasticity,
            double doubt,
            long competitor) {

        /** What a price brings at the worse end of the elasticity. */
        double score(long cents) {
            return cents == price
                    ? value(cents, elasticity)
                    : Math.min(value(cents, elasticity - doubt), value(cents, Math.min(0, elasticity + doubt)));
        }

        double sold(long cents) {
            return sold(cents, elasticity);
        }

        private double sold(long cents, double at) {
            return units * StrictMath.pow((double) cents / price, at);
        }

        private double value(long cents, double at) {
            return (cents - cost) / 100.0 * sold(cents, at);
        }
    }

    private final Map<SkuInChannel, Item> items = new LinkedHashMap<>();

    CoupledShop(List<Item> items) {
        items.forEach(it -> this.items.put(it.pair(), it));
    }

    /** Prices are alike enough that rules between them can hold, and can bind. */
    static CoupledShop any(Random chance, int skus) {
        var items = new ArrayList<Item>();
        for (int sku = 0; sku < skus; sku++) {
            var family = "f" + sku / 3;
            long price = 1_000 + 10L * chance.nextInt(30) + (chance.nextBoolean() ? 9 : 0);
            long cost = 300 + chance.nextInt(500);
            for (var channel : List.of(STORE, WEB)) {
                items.add(new Item(
                        new SkuInChannel(Sku.of("S" + sku), channel),
                        family,
                        100 + 10 * (sku % 3),
                        price + 10L * chance.nextInt(5),
                        cost,
                        1 + 30 * chance.nextDouble(),
                        -.5 - 3 * chance.nextDouble(),
                        .6 * chance.nextDouble(),
                        chance.nextBoolean() ? price + chance.nextInt(100) : 0));
            }
        }
        return new CoupledShop(items);
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    Item item(SkuInChannel pair) {
        return Optional.ofNullable(items.get(pair)).orElseThrow();
    }

    static Money money(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2).toPlainString(), "EUR");
    }

    static long cents(Money price) {
        return price.amount().movePointRight(2).longValueExact();
    }

    Stream<TwinEvent> events() {
        return items.values().stream().flatMap(CoupledShop::told);
    }

    private static Stream<TwinEvent> told(Item item) {
        var sku = item.pair().sku();
        var listed = VariantUpserted.of(SOURCE, sku, sku.value(), "things", BEFORE);
        var price = PriceChanged.of(SOURCE, sku, item.pair().channel(), money(item.price()), BEFORE);
        var events = Stream.<TwinEvent>of(
                new VariantUpserted(
                        listed.header(),
                        sku,
                        Set.of(),
                        Optional.of(ProductId.of(item.family())),
                        sku.value(),
                        listed.category(),
                        Optional.empty(),
                        TaxMode.NET,
                        true,
                        Optional.empty(),
                        List.of(),
                        Map.of("grams", Integer.toString(item.size()))),
                CostChanged.of(SOURCE, sku, money(item.cost()), BEFORE),
                new PriceChanged(
                        price.header(),
                        sku,
                        item.pair().channel(),
                        money(item.price()),
                        Optional.empty(),
                        TaxMode.NET));
        return item.competitor() == 0 ? events : Stream.concat(events, Stream.of(competitor(item)));
    }

    private static TwinEvent competitor(Item item) {
        return new CompetitorPriceObserved(
                EventHeader.of(SOURCE, EntityKind.COMPETITOR_PRICE, "rival:" + item.pair(), BEFORE),
                item.pair().sku(),
                item.pair().channel(),
                "rival",
                money(item.competitor()));
    }

    /** Not loaded yet. */
    StoreTwinBuilder builder() {
        return StoreTwin.builder()
                .zone(ZoneOffset.UTC)
                .currency(money(0).currency())
                .clock(SettableClock.at(NOW))
                .pricing(planner());
    }

    PricePlanner planner() {
        return new PricePlanner() {
            @Override
            public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
                var item = item(new SkuInChannel(question.sku(), question.channel()));
                var alternatives = new ArrayList<Alternative<PriceChange>>();
                alternatives.add(Alternative.doNothing(item.score(item.price()), sold(item, item.price())));
                STEPS.stream()
                        .map(it -> item.price() * it / 100)
                        .distinct()
                        .forEach(it -> alternatives.add(alternative(item, it)));
                return new Proposal<>(
                        Capability.PRICING,
                        question.target(),
                        question.asOf(),
                        new Objective("margin", "EUR"),
                        alternatives,
                        List.of(),
                        List.of(),
                        List.of("as it is written"),
                        new TreeMap<>());
            }

            @Override
            public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
                return alternative(item(new SkuInChannel(question.sku(), question.channel())), cents(action.to()));
            }
        };
    }

    private static Alternative<PriceChange> alternative(Item item, long cents) {
        var change = new PriceChange(item.pair().sku(), item.pair().channel(), money(item.price()), money(cents));
        return Alternative.of(change, item.score(cents), sold(item, cents));
    }

    private static Evidence sold(Item item, long cents) {
        return new Evidence("expected units", item.sold(cents), "units");
    }
}
