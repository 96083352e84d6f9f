package dev.storetwin.core.inventory.horizon;

import java.util.Collections;
import java.util.List;

/**
 * Periods from now to the end, and what is worth what after it.
 *
 * @param periods              in order of time
 * @param terminalHoldingCost  of a unit left after the last period, on top of that period's own; negative if it can be sold
 * @param terminalShortageCost of a unit still owed then
 * @param discount             what a cost of one in the next period counts now, above 0 and at most 1
 */
public record Season(List<Period> periods, double terminalHoldingCost, double terminalShortageCost, double discount) {

    public Season {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("A season needs at least one period.");
        }
        if (!(discount > 0 && discount <= 1)) {
            throw new IllegalArgumentException("""
                    discount (%s) must be above 0 and at most 1.
                    Maybe an interest rate was given: the discount is 1 / (1 + rate).""".formatted(discount));
        }
        if (!(terminalShortageCost >= 0 && terminalShortageCost < Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "The terminal shortage cost (%s) must be a number from 0 up.".formatted(terminalShortageCost));
        }
        double cheapest =
                periods.stream().mapToDouble(Period::purchaseCost).min().orElseThrow();
        if (!(terminalHoldingCost >= -cheapest && terminalHoldingCost < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    A unit left at the end costs %s, but one can be bought for %s: buying without end would pay.
                    Maybe the value at the end was meant to be lower.""".formatted(terminalHoldingCost, cheapest));
        }
    }

    /** The same period so many times, undiscounted, with the period's own costs once more at the end. */
    public static Season of(int periods, Period period) {
        if (periods < 1) {
            throw new IllegalArgumentException("A season needs at least one period, not %d.".formatted(periods));
        }
        return new Season(Collections.nCopies(periods, period), period.holdingCost(), period.shortageCost(), 1);
    }

    public Season withDiscount(double changed) {
        return new Season(periods, terminalHoldingCost, terminalShortageCost, changed);
    }

    public Season withTerminalCosts(double holding, double shortage) {
        return new Season(periods, holding, shortage, discount);
    }
}
