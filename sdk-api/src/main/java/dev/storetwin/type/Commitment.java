package dev.storetwin.type;

import java.util.Optional;

/**
 * What an action binds once it is taken: a price, so many units, so much money.
 *
 * @param price  the price that will stand
 * @param units  what is ordered or moved
 * @param spend  what it costs; counted against budgets
 * @param regret what is expected to be given up by it to learn; counted against the budget of exploration
 */
public record Commitment(
        Optional<Money> price, Optional<Quantity> units, Optional<Money> spend, Optional<Money> regret) {

    public static final Commitment NONE = new Commitment(Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing is given up to learn. */
    public Commitment(Optional<Money> price, Optional<Quantity> units, Optional<Money> spend) {
        this(price, units, spend, Optional.empty());
    }

    public static Commitment ofPrice(Money price) {
        return new Commitment(Optional.of(price), Optional.empty(), Optional.empty());
    }

    public static Commitment ofUnits(Quantity units, Optional<Money> spend) {
        return new Commitment(Optional.empty(), Optional.of(units), spend);
    }

    /** The same, while so much is expected to be given up to learn. */
    public Commitment withRegret(Money expected) {
        return new Commitment(price, units, spend, Optional.of(expected));
    }
}
