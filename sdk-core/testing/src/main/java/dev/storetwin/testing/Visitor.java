package dev.storetwin.testing;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A shopper who comes with wishes and buys those that are there and not too dear.
 *
 * @param at       when
 * @param customer a number; empty for somebody who pays at the counter and leaves no name
 * @param browses  whether the visit itself is seen, not only an order
 */
record Visitor(Instant at, Outlet outlet, OptionalInt customer, boolean browses, List<Wish> wishes) {

    Visitor {
        wishes = List.copyOf(wishes);
    }

    /**
     * One article that a visitor would take.
     *
     * @param ceiling the highest price that they pay, relative to the list price at the opening
     */
    record Wish(Article article, int units, double ceiling) {

        boolean accepts(double relativePrice) {
            return relativePrice <= ceiling;
        }
    }
}
