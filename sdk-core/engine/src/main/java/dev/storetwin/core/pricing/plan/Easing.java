package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * By how little a rule must be eased so that it can be kept: in hundredths of a per cent, or in ticks.
 *
 * <p>What is possible with so much is possible with more, so the least is found by doubling and halving.
 */
record Easing(PriceTicks ticks) {

    private static final BigDecimal SHARE_STEP = new BigDecimal("0.0001");
    private static final long MOST_STEPS = 1L << 36;

    /** The rule as it can be kept; empty when no easing helps but giving it up. */
    Optional<PriceRule> least(PriceRule rule, Predicate<PriceRule> canHold) {
        long enough = 1;
        while (true) {
            var eased = eased(rule, enough);
            if (eased.isEmpty() || enough > MOST_STEPS) {
                return Optional.empty();
            }
            if (canHold.test(eased.get())) {
                break;
            }
            enough *= 2;
        }
        long tooFew = enough / 2;
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (canHold.test(eased(rule, middle).orElseThrow())) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return eased(rule, enough);
    }

    /** Empty when there is nothing left to ease. */
    private Optional<PriceRule> eased(PriceRule rule, long steps) {
        return switch (rule.kind()) {
            case MARGIN_FLOOR, MIN_PRICE, MIN_CHANGE, LOWEST_PRICE ->
                moved(rule.bound(), steps, -1).map(rule::withBound);
            case MAX_PRICE, MAX_CHANGE, MAX_RISE, MAX_CUT, FAMILY_BAND, PARITY ->
                moved(rule.bound(), steps, 1).map(rule::withBound);
            case COMPETITOR_INDEX -> {
                var index = (PriceBound.Between) rule.bound();
                var step = SHARE_STEP.multiply(BigDecimal.valueOf(steps));
                yield Optional.of(rule.withBound(new PriceBound.Between(
                        index.low().subtract(step).max(BigDecimal.ZERO),
                        index.high().add(step))));
            }
            default -> Optional.empty();
        };
    }

    /** Down to zero at most; when it was there with half the steps already, that is all there is. */
    private Optional<PriceBound> moved(PriceBound bound, long steps, int sign) {
        var step = bound instanceof PriceBound.Share ? SHARE_STEP : ticks.amount(1);
        var number = bound instanceof PriceBound.Share it ? it.share() : ((PriceBound.Amount) bound).amount();
        var half = number.add(step.multiply(BigDecimal.valueOf(sign * (steps / 2))));
        var moved = number.add(step.multiply(BigDecimal.valueOf(sign * steps))).max(BigDecimal.ZERO);
        if (sign < 0 && half.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                bound instanceof PriceBound.Share ? new PriceBound.Share(moved) : new PriceBound.Amount(moved));
    }
}
