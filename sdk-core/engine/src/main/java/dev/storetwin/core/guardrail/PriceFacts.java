package dev.storetwin.core.guardrail;

import dev.storetwin.guardrail.Campaign;
import dev.storetwin.guardrail.CurrentPrice;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.LowestPrice;
import dev.storetwin.guardrail.PriceAge;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.state.CatalogView;
import dev.storetwin.state.CommitmentView;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules may know about the prices of one SKU in one channel. */
final class PriceFacts {

    private static final Duration LOWEST_OF = Duration.ofDays(30);
    private static final double SECONDS_OF_DAY = 86_400;
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final CatalogView catalog;
    private final Sku sku;
    private final Channel channel;
    private final Instant asOf;

    private PriceFacts(TwinState state, Sku sku, Channel channel, Instant asOf) {
        this.catalog = state.catalog();
        this.sku = sku;
        this.channel = channel;
        this.asOf = asOf;
    }

    static void add(TwinState state, Sku sku, Channel channel, Instant asOf, FactNeeds needs, List<Fact> facts) {
        var prices = new PriceFacts(state, sku, channel, asOf);
        if (needs.isWanted(DayStartPrice.class)) {
            prices.at(dayStart(state, asOf)).ifPresent(it -> facts.add(new DayStartPrice(sku, channel, it)));
        }
        if (needs.isWanted(CurrentPrice.class)) {
            prices.at(asOf).ifPresent(it -> facts.add(new CurrentPrice(sku, channel, it)));
        }
        if (needs.isWanted(LowestPrice.class)) {
            prices.lowest().ifPresent(it -> facts.add(new LowestPrice(sku, channel, it)));
        }
        if (needs.isWanted(PriceAge.class)) {
            prices.age(state.commitments()).ifPresent(it -> facts.add(new PriceAge(sku, channel, it)));
        }
        if (needs.isWanted(Campaign.class)) {
            facts.addAll(prices.campaigns());
        }
    }

    private static Instant dayStart(TwinState state, Instant asOf) {
        return asOf.atZone(state.zone())
                .toLocalDate()
                .atStartOfDay(state.zone())
                .toInstant();
    }

    private Optional<Money> at(Instant moment) {
        return catalog.price(sku, channel, moment).map(PricePoint::price);
    }

    /** Of the price that stood when the span began and of those that followed; of those alone in the currency of today's price. */
    private Optional<Money> lowest() {
        var begin = asOf.minus(LOWEST_OF);
        var before = catalog.price(sku, channel, begin);
        return at(asOf).flatMap(now -> catalog.priceHistory(sku, channel).stream()
                .filter(it -> before.filter(it::equals).isPresent()
                        || (it.from().isAfter(begin) && !it.from().isAfter(asOf)))
                .map(PricePoint::price)
                .filter(it -> it.currency().equals(now.currency()))
                .min(Comparator.naturalOrder()));
    }

    /** In days, since the twin changed it or the shop told it; what is told again is no change. */
    private Optional<Double> age(CommitmentView commitments) {
        var told = catalog.priceHistory(sku, channel).stream()
                .map(PricePoint::from)
                .filter(it -> !it.isAfter(asOf))
                .max(Comparator.naturalOrder());
        var applied = commitments
                .lastApplied(Capability.PRICING, Target.of(sku, channel))
                .map(AppliedAction::at);
        return Stream.of(told, applied)
                .flatMap(Optional::stream)
                .filter(it -> !it.isAfter(asOf))
                .max(Comparator.naturalOrder())
                .map(it -> Duration.between(it, asOf).toSeconds() / SECONDS_OF_DAY);
    }

    private List<Campaign> campaigns() {
        return catalog.promotions(sku, channel).stream()
                .map(it -> new Campaign(
                        sku, channel, it.name(), it.from(), it.until().orElse(Instant.MAX)))
                .filter(it -> it.until().isAfter(asOf.minus(REMEMBERED)))
                .toList();
    }
}
