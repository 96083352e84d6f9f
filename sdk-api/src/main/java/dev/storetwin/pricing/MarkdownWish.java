package dev.storetwin.pricing;

import dev.storetwin.type.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By when something has to go, and how its price may fall until then.
 *
 * @param until       the first day on which it is not sold any more, by the shop's calendar
 * @param salvage     what a unit is worth that is left then; nothing when empty, negative when it costs to get rid of it
 * @param lowest      price that may be asked; when empty, a third of the present one
 * @param mostMoves   price changes from now on, at most
 * @param daysApart   from one change to the next at least
 * @param sellThrough share of the stock that should be sold by then, 0.9 for 90 %; when empty, as much as pays
 */
public record MarkdownWish(
        LocalDate until,
        Optional<Money> salvage,
        Optional<Money> lowest,
        int mostMoves,
        int daysApart,
        OptionalDouble sellThrough) {

    private static final int USUAL_MOVES = 4;
    private static final int USUAL_DAYS_APART = 7;

    public MarkdownWish {
        if (lowest.filter(it -> !it.isPositive()).isPresent()) {
            throw new IllegalArgumentException(
                    "The lowest price (%s) must be above zero.\nMaybe it was meant as salvage."
                            .formatted(lowest.get()));
        }
        if (mostMoves < 0 || daysApart < 1) {
            throw new IllegalArgumentException(
                    "mostMoves (%d) must not be negative, daysApart (%d) at least 1.".formatted(mostMoves, daysApart));
        }
        if (sellThrough.isPresent() && !(sellThrough.getAsDouble() > 0 && sellThrough.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("""
                    sellThrough (%s) must be above 0 and at most 1.
                    Maybe it was given in percent: 0.9, not 90.""".formatted(sellThrough.getAsDouble()));
        }
    }

    /** Four changes at most, a week apart; what is left is worth nothing. */
    public static MarkdownWish until(LocalDate day) {
        return new MarkdownWish(
                day, Optional.empty(), Optional.empty(), USUAL_MOVES, USUAL_DAYS_APART, OptionalDouble.empty());
    }

    public MarkdownWish withSalvage(Money perUnit) {
        return new MarkdownWish(until, Optional.of(perUnit), lowest, mostMoves, daysApart, sellThrough);
    }

    public MarkdownWish withLowest(Money price) {
        return new MarkdownWish(until, salvage, Optional.of(price), mostMoves, daysApart, sellThrough);
    }

    public MarkdownWish withMostMoves(int moves) {
        return new MarkdownWish(until, salvage, lowest, moves, daysApart, sellThrough);
    }

    public MarkdownWish withDaysApart(int days) {
        return new MarkdownWish(until, salvage, lowest, mostMoves, days, sellThrough);
    }

    public MarkdownWish withSellThrough(double share) {
        return new MarkdownWish(until, salvage, lowest, mostMoves, daysApart, OptionalDouble.of(share));
    }
}
