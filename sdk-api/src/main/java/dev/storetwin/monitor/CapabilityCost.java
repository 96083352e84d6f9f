package dev.storetwin.monitor;

import dev.storetwin.decision.CostBudget;
import dev.storetwin.proposal.Effort;
import dev.storetwin.type.Capability;
import java.time.Duration;
import java.time.Instant;

/**
 * What one capability has spent in the running window. Counted since the twin was opened: what an earlier process spent is not in it.
 *
 * @param effort     how much work goes into the next answer
 * @param from       when the window began
 * @param until      when the next one begins
 * @param questions  that were answered in it
 * @param unmeasured those of them whose CPU time the JVM could not tell, as on a virtual thread
 * @param cpu        that the others took
 * @param modelCalls models worked out anew
 * @param keptBytes  of models kept at this moment; estimated
 * @param givenUp    models that had to go since the twin was opened, for lack of room
 */
public record CapabilityCost(
        Capability capability,
        CostBudget budget,
        Effort effort,
        Instant from,
        Instant until,
        long questions,
        long unmeasured,
        Duration cpu,
        long modelCalls,
        long keptBytes,
        long givenUp) {

    /** The share of the budget that is spent. */
    public double share() {
        return budget.share(cpu, modelCalls);
    }
}
