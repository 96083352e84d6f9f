package dev.storetwin.inventory;

import dev.storetwin.proposal.Planner;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;

/**
 * Proposes what to move between nodes, scored by what it is expected to cost and earn. What cannot be done, such as giving more than is there, scores
 * {@link Double#NEGATIVE_INFINITY}.
 */
public interface TransferPlanner extends Planner<TransferQuestion, Transfer> {

    /**
     * All that should be moved of a SKU, best first, each a question of its own; none where it lies best as it is. The same state and moment
     * give the same wishes.
     */
    List<TransferWish> wishes(TwinState state, Sku sku, Instant asOf);
}
