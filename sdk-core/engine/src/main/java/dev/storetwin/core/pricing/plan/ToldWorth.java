package dev.storetwin.core.pricing.plan;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What prices bring, as somebody has worked it out before. */
final class ToldWorth implements RungWorth {

    private final long present;
    private final ItemTerms terms;
    private final Map<Long, PricedItem.Told> told;

    ToldWorth(PricedItem item, ItemTerms terms) {
        this.present = item.unit().price();
        this.terms = terms;
        this.told = item.told().stream().collect(Collectors.toMap(PricedItem.Told::price, Function.identity()));
    }

    private PricedItem.Told at(long price) {
        var known = told.get(price);
        if (known == null) {
            throw new IllegalArgumentException(
                    "Nothing is told of a price of %d ticks.\nMaybe the ladder has rungs that nobody scored."
                            .formatted(price));
        }
        return known;
    }

    @Override
    public double expected(long price) {
        return at(price).expected();
    }

    @Override
    public double score(long price) {
        double score = at(price).score();
        return price == present ? score : score - terms.hurdle(at(present).score());
    }

    @Override
    public long givenAway(long price) {
        long cut = Math.max(0, present - price);
        return ItemWorth.givenAway(cut, cut == 0 ? 0 : at(price).units());
    }
}
