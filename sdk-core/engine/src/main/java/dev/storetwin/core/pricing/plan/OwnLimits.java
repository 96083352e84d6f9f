package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Rules on one price alone, as whole ticks: whatever a rule says in shares and money, the bound that it comes to is worked out exactly and rounded to the
 * side that keeps the rule.
 *
 * <p>Rules on prices (margin, caps, floors, competitors) hold for the present price too. Rules on changes (endings, how far, not below the lowest) say
 * nothing about a price that stays.
 */
record OwnLimits(PriceTicks ticks) {

    /** More digits than a bound can need: only the direction of the last one matters. */
    private static final MathContext DIGITS = new MathContext(60, RoundingMode.CEILING);

    /** Which prices a rule allows; empty for a rule that says nothing about single prices, or nothing about this item. */
    Optional<LongPredicate> of(PriceRule rule, PricedItem item) {
        long present = item.unit().price();
        return switch (rule.kind()) {
            case MARGIN_FLOOR -> Optional.of(atLeast(floor(rule.bound(), item.unit())));
            case MIN_PRICE -> Optional.of(atLeast(ticks.up(amount(rule.bound()))));
            case MAX_PRICE -> Optional.of(atMost(ticks.down(amount(rule.bound()))));
            case COMPETITOR_INDEX ->
                competitor((PriceBound.Between) rule.bound(), item.marks().competitor());
            case MAX_CHANGE -> Optional.of(within(below(rule.bound(), present), above(rule.bound(), present)));
            case MAX_CUT -> Optional.of(atLeast(below(rule.bound(), present)));
            case MAX_RISE -> Optional.of(atMost(above(rule.bound(), present)));
            case FREEZE -> Optional.of(price -> price == present);
            case ENDING -> Optional.of(ending((PriceBound.Endings) rule.bound()).or(price -> price == present));
            case MIN_CHANGE -> Optional.of(farEnough(rule.bound(), present));
            case LOWEST_PRICE -> lowest(rule.bound(), item.marks().lowest(), present);
            default -> Optional.empty();
        };
    }

    private static LongPredicate atLeast(long least) {
        return price -> price >= least;
    }

    private static LongPredicate atMost(long most) {
        return price -> price <= most;
    }

    private static LongPredicate within(long least, long most) {
        return price -> price >= least && price <= most;
    }

    /** The least price with the margin: (net - cost) / net or net - cost, where net is price / (1 + tax). */
    private long floor(PriceBound bound, PricedItem.Unit unit) {
        var gross = BigDecimal.ONE.add(unit.taxRate());
        return bound instanceof PriceBound.Share it
                ? ticks.up(unit.cost()
                        .max(BigDecimal.ZERO)
                        .multiply(gross)
                        .divide(BigDecimal.ONE.subtract(it.share()), DIGITS))
                : ticks.up(unit.cost().add(amount(bound)).multiply(gross));
    }

    private Optional<LongPredicate> competitor(PriceBound.Between index, OptionalLong price) {
        return price.isEmpty()
                ? Optional.empty()
                : Optional.of(within(
                        ticks.up(ticks.amount(price.getAsLong()).multiply(index.low())),
                        ticks.down(ticks.amount(price.getAsLong()).multiply(index.high()))));
    }

    private Optional<LongPredicate> lowest(PriceBound bound, OptionalLong lowest, long present) {
        return lowest.isEmpty()
                ? Optional.empty()
                : Optional.of(atLeast(ticks.up(ticks.amount(lowest.getAsLong()).multiply(share(bound))))
                        .or(price -> price == present));
    }

    private LongPredicate farEnough(PriceBound bound, long present) {
        var step = ticks.up(step(bound, present));
        return price -> price == present || Math.abs(price - present) >= step;
    }

    private LongPredicate ending(PriceBound.Endings endings) {
        return endings.endings().stream()
                .map(it -> PriceEnding.of(it, ticks))
                .<LongPredicate>map(it -> it::fits)
                .reduce(LongPredicate::or)
                .orElseThrow();
    }

    /** The greatest price that is not above another one by more than the bound. */
    long above(PriceBound bound, long price) {
        return ticks.down(ticks.amount(price).add(step(bound, price)));
    }

    private long below(PriceBound bound, long price) {
        return ticks.up(ticks.amount(price).subtract(step(bound, price)));
    }

    private BigDecimal step(PriceBound bound, long price) {
        return bound instanceof PriceBound.Share it ? ticks.amount(price).multiply(it.share()) : amount(bound);
    }

    private static BigDecimal amount(PriceBound bound) {
        return ((PriceBound.Amount) bound).amount();
    }

    private static BigDecimal share(PriceBound bound) {
        return ((PriceBound.Share) bound).share();
    }
}
