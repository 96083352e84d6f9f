package dev.storetwin;

import dev.storetwin.audit.Outcome;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.monitor.CostReport;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What operators say to a twin. Every word is an event and a line in the audit trail, so that it outlives the process. Where roles are
 * configured, whoever lacks the right hears {@link Acceptance.Denied}, or an outcome that is refused; that is a line in the trail too.
 */
public interface Controls {

    /** What waits for a yes and has not expired, longest first. */
    List<PendingApproval> pending();

    /**
     * Says yes to a decision that waits for it. Carrying it out is another step: {@link #apply}.
     *
     * @return refused when it does not wait, when it has expired, or when this person may not say yes to it: where two must agree, neither may
     *     be who asked for it, nor one person both
     */
    Outcome approve(DecisionId decision, Actor by, String comment);

    /**
     * Says no to a decision, also before it is asked for: it is never carried out then. A no to an id that the twin knows nothing of counts too,
     * should a decision of that name ever come; the outcome's detail then says that nothing is known of it, and which waiting id is the nearest.
     *
     * @return refused when it is too late: it is being carried out, or is done
     */
    Outcome reject(DecisionId decision, Actor by, String comment);

    /**
     * Carries out a decision that waited for a yes and has it, also after a restart.
     *
     * @return refused when the twin does not know its action, or for any reason for which {@link Twin#apply} refuses
     */
    Outcome apply(DecisionId decision, Actor by);

    /** Actions of which nobody knows whether they were carried out, longest first. A report from the platform resolves them, or {@link #resolve}. */
    List<UnansweredAction> unanswered();

    /**
     * Says what became of an action that was never answered.
     *
     * @param carriedOut false gives back what it bound, and it may be tried again
     */
    Outcome resolve(DecisionId decision, boolean carriedOut, Actor by, String comment);

    /**
     * Changes back what a decision changed, through guardrails and audit like every action; also while acting is stopped, since a person asks
     * for it. A price only while it is still the decision's own.
     *
     * @return refused with the reason when it cannot be changed back, such as an order to a supplier
     */
    Outcome rollback(DecisionId decision, Actor by, String reason);

    /** The same for everything that was applied at a moment or after it, newest first; one outcome each. */
    List<Outcome> rollbackSince(Instant moment, Actor by, String reason);

    /**
     * The same for some decisions, such as those of one plan: the one that was applied last first, so that of several prices of one thing each finds
     * its own still standing; one outcome each, in that order.
     */
    List<Outcome> rollback(Collection<DecisionId> decisions, Actor by, String reason);

    /**
     * Stops all acting at once: when this returns nothing is written any more. What the platform is just being told is waited for, ten seconds
     * at most. Questions are still answered.
     *
     * @return {@link Acceptance.Accepted} when that will be remembered; else acting is stopped all the same, as long as this twin lives
     */
    Acceptance stop(Actor by, String reason);

    /**
     * Lets the twin act again.
     *
     * @return {@link Acceptance.Accepted} when it may; else acting stays stopped, since that could not be written down
     */
    Acceptance release(Actor by, String reason);

    /**
     * Lets a capability try nothing any more to learn: it takes the best until {@link #resumeExploration}. What was tried stands.
     *
     * @return {@link Acceptance.Accepted} when it is so now; else nothing has changed
     */
    Acceptance freezeExploration(Capability capability, Actor by, String reason);

    /** Lets it try things again, within what the builder was told. */
    Acceptance resumeExploration(Capability capability, Actor by, String reason);

    /**
     * Sets how far the twin may go alone from now on; it outlives what the builder was told.
     *
     * @return {@link Acceptance.Accepted} when it is so now; else nothing has changed
     */
    default Acceptance grant(Capability capability, Autonomy level, Actor by) {
        return grant(capability, Scope.EVERYTHING, level, by);
    }

    /**
     * The same for a SKU, a category, a channel or a node. The most specific counts, in that order.
     *
     * @throws IllegalArgumentException for {@link Autonomy#CANARY}, which needs a share
     */
    Acceptance grant(Capability capability, Scope scope, Autonomy level, Actor by);

    /**
     * Lets the twin act alone for a share of the keys and advise for the others. A larger share holds the keys of a smaller one.
     *
     * @param share between 0 and 1
     */
    Acceptance grantCanary(Capability capability, Scope scope, double share, Actor by);

    /** What the capabilities with a budget have spent in the running window, and how much work goes into their answers by now. */
    CostReport costs();
}
