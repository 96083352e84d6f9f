package dev.storetwin;

import dev.storetwin.inventory.LimitUse;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.proposal.PlanWatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Orders for many pairs of SKU and node, which share what is scarce. Each is a decision of its own, with its verdicts and its line in the trail.
 *
 * <p>A plan holds the moment it was made from, so that it can be made {@link #again}: let go of it when it is not needed any more.
 */
public interface OrderPlan {

    PlanWishes wishes();

    /** The moment the plan was asked for. */
    Instant asOf();

    /** The state that it was made from. */
    long revision();

    /** Whether it was stopped. Then nothing was decided and there are no lines. */
    boolean isStopped();

    /** One line per pair, in order of the pairs. */
    List<PlannedOrder> lines();

    Optional<PlannedOrder> line(SkuAtNode pair);

    /** What became of each limit, in the order of the wishes. */
    List<LimitUse> limits();

    /**
     * The smallest set of limits to relax so that all wishes can be met, each with what it would have to be at least: {@link LimitUse#wished()}.
     * Empty when they can be met as it is.
     */
    List<LimitUse> toRelax();

    /** What the orders with a price tag are expected to bring over ordering nothing, in the currency of the shop. */
    double expectedGain();

    /**
     * At most so much more could be gained within the limits, by anyone: what sharing in whole packs leaves on the table. 0 without limits.
     */
    double gap();

    /** How many lines were planned for this plan; the others were taken over from the plan before it. */
    int plannedAnew();

    /**
     * The same wishes for the shop of now. On the same day of the shop only what has changed is planned anew, and what is scarce is shared
     * again; lines that come out the same keep their decisions. The answers are those of a new plan, apart from the names, moments and
     * revisions of decisions that are kept. On another day, under other rules, or when something has changed that concerns all pairs,
     * everything is planned anew.
     */
    OrderPlan again(PlanWatch watch);

    /** The same, unwatched. */
    default OrderPlan again() {
        return again(PlanWatch.PATIENT);
    }
}
