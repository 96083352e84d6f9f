package dev.storetwin.core.inventory;

import dev.storetwin.inventory.Replenishment;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.type.Quantity;

/** Every quantity that one order could have, with what it is worth. */
public interface OrderValues {

    /** Orders are multiples of it. */
    Quantity pack();

    /** The fewest packs in one order. */
    long leastPacks();

    /** An order of so much, above zero. */
    Replenishment of(Quantity quantity);

    /** All that is proposed where nothing is scarce. */
    Proposal<Replenishment> proposal();

    /** An order that somebody else has put together, with what it is worth. */
    Alternative<Replenishment> order(Replenishment action);

    /** What so much is expected to bring, none included, in the unit of the proposal. */
    double worth(Quantity quantity);
}
