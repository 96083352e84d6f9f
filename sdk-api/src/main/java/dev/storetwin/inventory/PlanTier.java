package dev.storetwin.inventory;

import dev.storetwin.proposal.Effort;

/** How much work goes into each line of a plan. */
public enum PlanTier {
    /** Recent means and few futures: what an answer with little effort takes. */
    FAST(Effort.SIMPLE),
    /** The same work as a single recommendation takes. */
    FULL(Effort.FULL);

    private final Effort effort;

    PlanTier(Effort effort) {
        this.effort = effort;
    }

    /** What each decision of the plan says about the work that went into it. */
    public Effort effort() {
        return effort;
    }
}
