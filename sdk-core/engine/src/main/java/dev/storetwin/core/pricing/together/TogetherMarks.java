package dev.storetwin.core.pricing.together;

import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.state.CompetitorPrice;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What rules on prices look at, as the shop knows it. */
record TogetherMarks(TwinState state, Instant asOf, PriceTicks ticks) {

    private static final Duration LOWEST_OF = Duration.ofDays(30);

    /** @param size the attribute that tells sizes */
    PricedItem.Marks of(SkuInChannel pair, Optional<String> size) {
        var history = state.catalog().priceHistory(pair.sku(), pair.channel()).stream()
                .filter(it -> !it.from().isAfter(asOf))
                .toList();
        return new PricedItem.Marks(
                competitor(pair),
                lowest(history),
                size.flatMap(it -> size(pair, it)),
                OptionalInt.empty(),
                moves(history));
    }

    /** The lowest of what competitors ask now. */
    private OptionalLong competitor(SkuInChannel pair) {
        var newest = new TreeMap<String, Money>();
        state.catalog().competitorPrices(pair.sku(), pair.channel()).stream()
                .filter(it -> !it.at().isAfter(asOf))
                .sorted(Comparator.comparing(CompetitorPrice::at))
                .forEach(it -> newest.put(it.competitor(), it.price()));
        return least(newest.values());
    }

    /** Of the price that stood when the span began and of those that followed. */
    private OptionalLong lowest(List<PricePoint> history) {
        var begin = asOf.minus(LOWEST_OF);
        var before = history.stream().filter(it -> !it.from().isAfter(begin)).reduce((one, next) -> next);
        var since = history.stream().filter(it -> it.from().isAfter(begin));
        return least(
                Stream.concat(before.stream(), since).map(PricePoint::price).toList());
    }

    private OptionalLong least(Collection<Money> prices) {
        return prices.stream()
                .filter(it -> it.currency().equals(state.currency()) && it.isPositive())
                .mapToLong(it -> ticks.down(it.amount()))
                .min();
    }

    private Optional<BigDecimal> size(SkuInChannel pair, String attribute) {
        return state.catalog()
                .variant(pair.sku())
                .map(Variant::attributes)
                .flatMap(it -> Optional.ofNullable(it.get(attribute)))
                .flatMap(TogetherMarks::number)
                .filter(it -> it.signum() > 0);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            // A size in words, such as "large", has no place in an order of numbers: the rule says nothing about it.
            return Optional.empty();
        }
    }

    /** Of the shop's week so far; a first price is no change. */
    private int moves(List<PricePoint> history) {
        var monday = asOf.atZone(state.zone())
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(state.zone())
                .toInstant();
        return (int) history.stream()
                .skip(1)
                .filter(it -> !it.from().isBefore(monday))
                .count();
    }
}
