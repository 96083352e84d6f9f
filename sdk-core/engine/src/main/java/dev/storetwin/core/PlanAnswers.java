package dev.storetwin.core;

import dev.storetwin.core.inventory.OrderValues;
import dev.storetwin.core.inventory.plan.AllottedPlanning;
import dev.storetwin.core.inventory.plan.OrderClaim;
import dev.storetwin.core.inventory.plan.OrderClaims;
import dev.storetwin.core.inventory.plan.PlanLimits;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.Allotment;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.proposal.Effort;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides the lines of a plan, as a single recommendation would be.
 *
 * @param effort that goes into each
 * @param atHand what was worked out of a few pairs, which may be decided again
 */
record PlanAnswers(
        Deciders deciders,
        Control control,
        Effort effort,
        OrderClaims claims,
        PlanMoment moment,
        Map<SkuAtNode, OrderValues> atHand) {

    private static final Logger LOG = LoggerFactory.getLogger(PlanAnswers.class);

    /** Each takes some ten kilobytes. */
    private static final int MOST_AT_HAND = 2_048;

    static PlanAnswers of(PlanDesk desk, Effort effort, PlanLimits limits, PlanMoment moment) {
        var claims = new OrderClaims(desk.deciders().planning(), effort, limits);
        return new PlanAnswers(desk.deciders(), desk.control(), effort, claims, moment, new ConcurrentHashMap<>());
    }

    /** Where nothing is scarce. */
    PlanLine decided(SkuAtNode pair) {
        var question = question(pair);
        try {
            return decided(pair, question);
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("{} cannot be planned", pair, broken);
            var failed = deciders.orders().failed(moment.state(), question, broken);
            return new PlanLine(pair, Quantity.ZERO, Optional.empty(), Optional.empty(), failed, failed, false);
        }
    }

    private PlanLine decided(SkuAtNode pair, ReplenishmentQuestion question) {
        var made = deciders.orders().decide(moment.state(), question, effort);
        var autonomy = autonomy(made);
        var decision = written(made, autonomy);
        var wish = decision.action().or(decision::pending);
        var claim = claims.limits().isEmpty()
                ? Optional.<OrderClaim>empty()
                : wish.map(it -> claim(question, it, decision));
        return new PlanLine(
                pair,
                PlanLine.ordered(decision),
                claim,
                Optional.empty(),
                decision,
                told(decision, autonomy),
                isSettled(pair));
    }

    /** Once more, with what is left for it. */
    PlanLine again(PlanLine line, Optional<Allotment> allotment) {
        var free = question(line.pair());
        var question = allotment.map(free::within).orElse(free);
        try {
            var made = again(question, line);
            var autonomy = autonomy(made);
            var decision = written(made, autonomy);
            return line.with(allotment, decision, told(decision, autonomy));
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("{} cannot be planned", line.pair(), broken);
            var failed = deciders.orders().failed(moment.state(), question, broken);
            return line.with(allotment, failed, failed);
        }
    }

    /** What comes out does not depend on what is at hand. */
    private Decision<Replenishment> again(ReplenishmentQuestion question, PlanLine line) {
        var known = atHand.get(line.pair());
        return known == null
                ? deciders.orders().decide(moment.state(), question, effort)
                : deciders.orders()
                        .decide(
                                moment.state(),
                                question,
                                AllottedPlanning.known(line.decision().work(), known));
    }

    private ReplenishmentQuestion question(SkuAtNode pair) {
        return new ReplenishmentQuestion(pair.sku(), pair.node(), moment.asOf());
    }

    private OrderClaim claim(ReplenishmentQuestion question, Replenishment wish, Decision<Replenishment> decision) {
        var currency = moment.state().currency().getCurrencyCode();
        try {
            var values = claims.values(moment.state(), question, wish);
            if (atHand.size() < MOST_AT_HAND) {
                atHand.put(new SkuAtNode(question.sku(), question.node()), values);
            }
            return claims.of(
                    moment.state(), values, wish, decision.objective().unit().equals(currency));
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("What {} brings by quantity cannot be told", decision.target(), broken);
            return OrderClaim.untold(wish.quantity(), "limits, since what it brings cannot be told: " + broken);
        }
    }

    /** As it stands in the trail. */
    private static Decision<Replenishment> written(Decision<Replenishment> decision, Autonomy autonomy) {
        return autonomy == Autonomy.OFF ? Deciders.off(decision) : decision;
    }

    /** As the host hears it. */
    private static Decision<Replenishment> told(Decision<Replenishment> decision, Autonomy autonomy) {
        return autonomy == Autonomy.SHADOW ? Desk.shadow(decision) : decision;
    }

    private Autonomy autonomy(Decision<Replenishment> decision) {
        return control.of(Capability.INVENTORY, decision.target(), moment.state());
    }

    /** Whether no later price is known of it. */
    private boolean isSettled(SkuAtNode pair) {
        var catalog = moment.state().catalog();
        return catalog.channels(pair.sku()).stream()
                .map(it -> catalog.priceHistory(pair.sku(), it))
                .noneMatch(it -> !it.isEmpty() && it.get(it.size() - 1).from().isAfter(moment.asOf()));
    }
}
