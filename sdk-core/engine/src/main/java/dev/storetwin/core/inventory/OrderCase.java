package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.LostSalesProjection;
import dev.storetwin.forecast.StockProjection;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.inventory.ServiceTarget;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question with all that answers it: every quantity can be tried on it. */
final class OrderCase implements OrderValues {

    private static final String VERSION = "order-up-to/2";

    private final Parts parts;
    private final OrderLattice lattice;
    private final OrderLimits limits;
    private final OrderFutures futures;
    private final OrderPolicy policy;
    private final List<String> caveats;

    /**
     * What is known of a question.
     *
     * @param paths of demand, as long as the supply's horizon
     */
    record Parts(
            ReplenishmentQuestion question,
            Supply supply,
            Rules rules,
            NodeDemand demand,
            OnHand onHand,
            OrderEconomics economics,
            Arrivals arrivals,
            double[][] paths) {

        /** A cycle service or a fill rate that was asked for; a shortage cost is part of the economics. */
        Optional<ServiceTarget> target() {
            return rules.service().filter(it -> !(it instanceof ServiceTarget.ShortageCost));
        }
    }

    OrderCase(Parts parts, List<String> caveats) {
        this.parts = parts;
        this.lattice = OrderLattice.of(parts.supply().terms(), parts.demand().pieces());
        this.limits = OrderLimits.of(parts.rules(), lattice, parts.economics(), parts.onHand());
        this.caveats = List.copyOf(caveats);
        var cycled = costs(parts.supply().cycleDays());
        var reviewed =
                parts.supply().cycle() == 1 ? cycled : costs(parts.supply().reviewDays());
        this.futures = cycled.futures();
        this.policy = new OrderPolicy(
                cycled,
                reviewed,
                lattice,
                limits.most(),
                parts.target(),
                parts.economics().orderCost(parts.rules()),
                parts.supply().cycle());
    }

    private OrderCosts costs(int cycleDays) {
        int life = parts.rules().shelfLife().orElse(OrderFutures.KEEPS);
        return new OrderCosts(
                parts.arrivals().futures(parts.paths(), cycleDays, life),
                parts.economics().rates(),
                cycleDays,
                parts.demand().pieces() ? 1 : .001);
    }

    Parts parts() {
        return parts;
    }

    OrderLattice lattice() {
        return lattice;
    }

    OrderLimits limits() {
        return limits;
    }

    OrderPolicy policy() {
        return policy;
    }

    List<String> caveats() {
        return caveats;
    }

    /** What comes of the time in which an order of so many units must do alone. */
    OrderFutures.Played alone(Quantity quantity) {
        return policy.costs().alone(quantity.toDouble());
    }

    boolean canOrder() {
        return parts.supply().takesOrdersToday() && limits.most() >= lattice.least();
    }

    @Override
    public Proposal<Replenishment> proposal() {
        var alternatives = new ArrayList<Alternative<Replenishment>>();
        alternatives.add(new Alternative<>(Optional.empty(), value(Quantity.ZERO), evidence(Quantity.ZERO)));
        if (canOrder()) {
            lattice.around(policy.best(), limits.most()).forEach(it -> alternatives.add(order(it)));
        }
        var explanation = new OrderExplanation(this, alternatives);
        var versions = parts.demand().forecast().card().versions("forecast");
        versions.put("inventory", VERSION);
        return new Proposal<>(
                Capability.INVENTORY,
                parts.question().target(),
                parts.question().asOf(),
                objective(),
                alternatives,
                explanation.evidence(),
                List.of(),
                explanation.reasons(),
                versions);
    }

    private Objective objective() {
        var economics = parts.economics();
        var what = economics.margin().isPresent() && parts.target().isEmpty()
                ? "expected margin less holding"
                : "shortage avoided less holding";
        return new Objective("%s over %d days".formatted(what, parts.supply().horizon()), economics.account());
    }

    private Alternative<Replenishment> order(Quantity quantity) {
        return order(of(quantity));
    }

    @Override
    public Replenishment of(Quantity quantity) {
        var question = parts.question();
        return new Replenishment(
                question.sku(), question.node(), quantity, parts.economics().spend(quantity));
    }

    @Override
    public Quantity pack() {
        return lattice.pack();
    }

    @Override
    public long leastPacks() {
        return lattice.least();
    }

    @Override
    public double worth(Quantity quantity) {
        return value(quantity);
    }

    @Override
    public Alternative<Replenishment> order(Replenishment action) {
        return new Alternative<>(Optional.of(action), worth(action.quantity()), evidence(action.quantity()));
    }

    /** What all demand would bring, less what is lost, held and wasted. */
    private double value(Quantity quantity) {
        return policy.rates().shortage() * futures.demanded() - policy.cost(quantity.toDouble());
    }

    private List<Evidence> evidence(Quantity quantity) {
        var span = alone(quantity);
        double demanded = futures.demandedAlone();
        double left = 0;
        for (double units : span.left()) {
            left += units / span.left().length;
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence(Evidence.STOCK_OUT, span.shortShare(), ""));
        evidence.add(new Evidence("fill rate", demanded > 0 ? 1 - span.lost() / demanded : 1, ""));
        evidence.add(new Evidence("expected units lost", span.lost(), "units"));
        evidence.add(new Evidence("expected units sold", demanded - span.lost(), "units"));
        evidence.add(new Evidence("stock before next delivery", left, "units"));
        if (parts.rules().shelfLife().isPresent()) {
            evidence.add(new Evidence("expected units wasted", span.wasted(), "units"));
        }
        return evidence;
    }

    /** Stock day by day, when this order comes as orders usually do. */
    StockProjection projection(Quantity quantity) {
        var arrivals = parts.onHand().arrivals().byDay();
        arrivals[Math.min(arrivals.length - 1, parts.supply().leadDays())] += quantity.toDouble();
        return LostSalesProjection.of(parts.onHand().sellable(), arrivals, parts.paths());
    }
}
