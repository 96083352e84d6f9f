package dev.storetwin.core;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.proposal.Action;

/**
 * Answers questions about the live shop and writes every answer down.
 *
 * @param live    whose state is asked
 * @param decider that answers
 */
record Desk<Q, A extends Action>(LiveShop live, Decider<Q, A> decider) {

    Decision<A> answer(Q question) {
        var decision = decider.decide(live.state(), question);
        live.audit().append(new AuditEntry.Decided(decision));
        return decision;
    }
}
