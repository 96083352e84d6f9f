package dev.storetwin.testing;

import dev.storetwin.type.Money;
import dev.storetwin.type.PromotionId;
import java.util.Optional;

/**
 * What shoppers read on a shelf.
 *
 * @param compareAt the crossed-out price, where there is one
 * @param campaign  that lowered it
 */
record PriceTag(Money price, Optional<Money> compareAt, Optional<PromotionId> campaign) {

    static PriceTag of(Money price) {
        return new PriceTag(price, Optional.empty(), Optional.empty());
    }
}
