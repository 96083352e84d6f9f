package dev.storetwin.core;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.core.decision.GuardedDecider;
import dev.storetwin.core.monitor.CostMeter;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Effort;
import java.util.Optional;
import java.util.function.Function;
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
        return settled(charged(effort -> decider.decide(state, question, effort)), state);
    }

    /** Written down where it is to be, and withheld where nobody is to act on it. */
    Decision<A> settled(Decision<A> decision, ShopState state) {
        return switch (control.of(decision.capability(), decision.target(), state)) {
            case OFF -> written(Deciders.off(decision));
            case SHADOW -> shadow(written(decision));
            case ADVISE, APPROVE, CANARY, FULL -> written(decision);
        };
    }

    /** Work that is charged; it hears how much the budget still allows. */
    <T> T charged(Function<Effort, T> work) {
        return meter.map(it -> charged(work, it)).orElseGet(() -> work.apply(Effort.FULL));
    }

    private <T> T charged(Function<Effort, T> work, CostMeter account) {
        var bill = account.open(live.now());
        try {
            return work.apply(bill.effort());
        } finally {
            bill.charge(live.now());
        }
    }

    /** As the host hears what is decided in the shadow. */
    static <A extends Action> Decision<A> shadow(Decision<A> decision) {
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
