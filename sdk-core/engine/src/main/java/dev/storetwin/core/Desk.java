package dev.storetwin.core;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.proposal.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about the live shop and writes every answer down.
 *
 * @param live    whose state is asked
 * @param decider that answers
 */
record Desk<Q, A extends Action>(LiveShop live, Decider<Q, A> decider) {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** What cannot be written down is not advised. */
    Decision<A> answer(Q question) {
        var decision = decider.decide(live.state(), question);
        try {
            live.audit().append(new AuditEntry.Decided(decision));
            return decision;
        } catch (RuntimeException | LinkageError | StackOverflowError unwritten) {
            LOG.error("Decision {} about {} cannot be audited", decision.id(), decision.target(), unwritten);
            return decision.failed("it cannot be written to the audit trail: " + unwritten.getMessage());
        }
    }
}
