package dev.storetwin.core;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.core.decision.GuardedDecider;
import dev.storetwin.core.monitor.CostMeter;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.proposal.Action;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about the live shop and writes every answer down.
 *
 * @param live    whose state is asked
 * @param decider that answers
 * @param control how far the twin may go
 * @param meter   of what answers cost; none without a budget
 */
record Desk<Q, A extends Action>(
        LiveShop live, GuardedDecider<Q, A> decider, Control control, Optional<CostMeter> meter) {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** What the twin would do in the shadow is written down, and not advised. */
    Decision<A> answer(Q question) {
        var state = live.state();
        var decision = meter.map(it -> metered(state, question, it)).orElseGet(() -> decider.decide(state, question));
        return switch (control.of(decision.capability(), decision.target(), state)) {
            case OFF -> written(Deciders.off(decision));
            case SHADOW -> shadow(written(decision));
            case ADVISE, APPROVE, CANARY, FULL -> written(decision);
        };
    }

    /** With as much work as the budget still has. */
    private Decision<A> metered(ShopState state, Q question, CostMeter meter) {
        var bill = meter.open(live.now());
        try {
            return decider.decide(state, question, bill.effort());
        } finally {
            bill.charge(live.now());
        }
    }

    private static <A extends Action> Decision<A> shadow(Decision<A> decision) {
        return decision.status() == DecisionStatus.FAILED
                ? decision
                : decision.withheld("%s decides in the shadow here".formatted(decision.capability()));
    }

    /** What cannot be written down is not advised. */
    private Decision<A> written(Decision<A> decision) {
        try {
            live.audit().append(new AuditEntry.Decided(decision));
            return decision;
        } catch (Throwable unwritten) {
            ForeignCode.outlive(unwritten);
            LOG.error("Decision {} about {} cannot be audited", decision.id(), decision.target(), unwritten);
            return decision.failed("it cannot be written to the audit trail: " + unwritten.getMessage());
        }
    }
}
