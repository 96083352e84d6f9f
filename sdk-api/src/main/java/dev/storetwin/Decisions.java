package dev.storetwin;

import dev.storetwin.audit.DecisionOutcomes;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.decision.Explanation;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.type.DecisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The decisions that were made: what they were, why, whether they come out the same again, and what became of them. Reads the audit trail,
 * and for {@link #reproduce} the journal: call it from a worker.
 */
public interface Decisions {

    /** The decision as it was written down; empty when the audit trail has none of that name. */
    Optional<DecisionRecord> find(DecisionId id);

    /** Why it came out as it did; empty when the audit trail has none of that name. */
    Optional<Explanation> explain(DecisionId id);

    /**
     * Makes a decision again from what was known then: the state at its revision, the question, the seed, the options and the rules of that
     * time. Compares every field. It never throws for what is missing: the answer then says what.
     */
    Reproduction reproduce(DecisionId id);

    /** The same for many decisions, in their order; the journal is walked through once for all of them. */
    List<Reproduction> reproduce(Collection<DecisionId> ids);

    /**
     * What became of it, as far as the shop knows by now: after one week, two, four, eight and thirteen, and of the days so far within the
     * first that is not over. Empty when the audit trail has none of that name.
     */
    Optional<DecisionOutcomes> outcomes(DecisionId id);
}
