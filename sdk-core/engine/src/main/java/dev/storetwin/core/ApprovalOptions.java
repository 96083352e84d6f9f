package dev.storetwin.core;

import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.Money;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How actions wait for a yes. One whose impact is high always waits, for two different people who are not who asked for it.
 *
 * @param expiry    how long a yes may take, and how long it counts
 * @param highMove  from which move of a price on, up or down, as a share of the old price; none unless set
 * @param highSpend from which money on, in its currency; none unless set
 * @param guesses   whether what rests on numbers that are usual in the trade, and not on this shop's own, waits too
 */
public record ApprovalOptions(Duration expiry, OptionalDouble highMove, Optional<Money> highSpend, boolean guesses) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** A day for a yes, and one is enough. Guesses wait. */
    public static final ApprovalOptions DEFAULT =
            new ApprovalOptions(Duration.ofDays(1), OptionalDouble.empty(), Optional.empty(), true);

    public ApprovalOptions {
        if (expiry.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "An approval waits %d days at most, not %s.\nMaybe seconds were given as days: what is decided today is stale by then."
                            .formatted(LONGEST.toDays(), expiry));
        }
        if (expiry.isNegative() || expiry.isZero()) {
            throw new IllegalArgumentException(
                    "An approval needs time to be given, not %s.\nMaybe Duration.ofHours was meant.".formatted(expiry));
        }
    }

    public ApprovalOptions withExpiry(Duration time) {
        return new ApprovalOptions(time, highMove, highSpend, guesses);
    }

    /**
     * The same with a move from which on two must agree.
     *
     * @param share such as 0.2 for twenty per cent
     */
    public ApprovalOptions withHighMove(double share) {
        return new ApprovalOptions(expiry, OptionalDouble.of(share), highSpend, guesses);
    }

    public ApprovalOptions withHighSpend(Money money) {
        return new ApprovalOptions(expiry, highMove, Optional.of(money), guesses);
    }

    /**
     * The same, with actions carried out that rest on what is usual in the trade. What they do in this shop nobody knows: {@code Learning} finds out within a
     * budget instead.
     */
    public ApprovalOptions trustingGuesses() {
        return new ApprovalOptions(expiry, highMove, highSpend, false);
    }

    boolean isGuess(Task task) {
        return guesses && task.isGuess();
    }

    boolean isHighImpact(Action action) {
        return (action instanceof PriceChange change
                        && highMove.isPresent()
                        && Math.abs(change.move()) >= highMove.getAsDouble())
                || highSpend
                        .filter(limit -> action.commitment()
                                .spend()
                                .filter(it -> it.currency().equals(limit.currency()) && it.compareTo(limit) >= 0)
                                .isPresent())
                        .isPresent();
    }
}
