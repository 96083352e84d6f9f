package dev.storetwin.type;

import java.util.Optional;

/**
 * What an action binds once it is taken: a price, so many units, so much money.
 *
 * @param price the price that will stand
 * @param units what is ordered or moved
 * @param spend what it costs; counted against budgets
 */
public record Commitment(Optional<Money> price, Optional<Quantity> units, Optional<Money> spend) {

    public static final Commitment NONE = new Commitment(Optional.empty(), Optional.empty(), Optional.empty());

    public static Commitment ofPrice(Money price) {
        return new Commitment(Optional.of(price), Optional.empty(), Optional.empty());
    }

    public static Commitment ofUnits(Quantity units, Optional<Money> spend) {
        return new Commitment(Optional.empty(), Optional.of(units), spend);
    }
}
