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

    private final ReplenishmentQuestion question;
    private final Supply supply;
    private final NodeDemand demand;
    private final OnHand onHand;
    private final OrderEconomics economics;
    private final OrderLattice lattice;
    private final double[][] paths;
    private final OrderCosts costs;
    private final double everything;
    private final List<String> caveats;

    OrderCase(
            ReplenishmentQuestion question,
            Supply supply,
            NodeDemand demand,
            OnHand onHand,
            OrderEconomics economics,
            Optional<ServiceTarget> service,
            double[][] paths,
            List<String> caveats) {
        this.question = question;
        this.supply = supply;
        this.demand = demand;
        this.onHand = onHand;
        this.lattice = OrderLattice.of(supply.terms(), demand.pieces());
        this.paths = paths;
        this.economics = service.map(it -> serving(it, economics)).orElse(economics);
        this.costs = costs(this.economics.rates());
        this.everything = this.economics.rates().shortage() * demanded(paths);
        this.caveats = List.copyOf(caveats);
    }

    private OrderCosts costs(CostRates rates) {
        return new OrderCosts(
                paths,
                onHand.sellable(),
                onHand.arrivals().byDay(),
                supply.leadDays(),
                supply.reviewDays(),
                rates,
                demand.pieces() ? 1 : .001);
    }

    private OrderEconomics serving(ServiceTarget target, OrderEconomics given) {
        var rates = new WantedService(lattice.packUnits(), lattice.least())
                .rates(target, given.rates(), it -> costs(given.rates().withShortage(it)));
        return rates.equals(given.rates())
                ? given
                : given.with(
                        rates,
                        "For %s a lost unit has to weigh %s %s"
                                .formatted(target.inWords(), Words.units(rates.shortage()), given.account()));
    }

    @Override
    public Proposal<Replenishment> proposal() {
        long packs = costs.bestPacks(lattice.packUnits(), lattice.least());
        var alternatives = new ArrayList<Alternative<Replenishment>>();
        alternatives.add(doNothing());
        for (var quantity : lattice.around(packs)) {
            alternatives.add(order(quantity));
        }
        var explanation = new OrderExplanation(supply, demand, onHand, economics);
        var reasons = new ArrayList<>(explanation.reasons(alternatives));
        reasons.addAll(bounds(packs));
        reasons.addAll(caveats);
        reasons.addAll(explanation.caveats());
        var versions = demand.forecast().card().versions("forecast");
        versions.put("inventory", VERSION);
        return new Proposal<>(
                Capability.INVENTORY,
                question.target(),
                question.asOf(),
                objective(supply, economics),
                alternatives,
                explanation.evidence(),
                List.of(),
                reasons,
                versions);
    }

    /** What keeps the order from what would be best in single units. */
    private List<String> bounds(long packs) {
        if (lattice.isFree()) {
            return List.of();
        }
        var delivered = "The supplier delivers packs of %s, at least %s"
                .formatted(lattice.pack(), lattice.quantity(lattice.least()));
        double free = costs.bestUnits() * (demand.pieces() ? 1 : .001);
        double bound = lattice.quantity(packs).toDouble();
        double lost = worth(free) - worth(bound);
        return free == bound || lost <= 0
                ? List.of(delivered)
                : List.of(
                        delivered,
                        "Free of %s, %s would be best, worth %s %s more"
                                .formatted(
                                        packs == lattice.least() && free < bound ? "that minimum" : "packs",
                                        Words.units(free),
                                        Words.units(lost),
                                        economics.account()));
    }

    static Objective objective(Supply supply, OrderEconomics economics) {
        var what = economics.margin().isPresent() ? "expected margin less holding" : "shortage avoided less holding";
        return new Objective("%s over %d days".formatted(what, supply.horizon()), economics.account());
    }

    Alternative<Replenishment> order(Quantity quantity) {
        return order(of(quantity));
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
    public Replenishment of(Quantity quantity) {
        return new Replenishment(question.sku(), question.node(), quantity, economics.spend(quantity));
    }

    @Override
    public double worth(Quantity quantity) {
        return worth(quantity.toDouble());
    }

    @Override
    public Alternative<Replenishment> order(Replenishment action) {
        return new Alternative<>(Optional.of(action), worth(action.quantity()), evidence(action.quantity()));
    }

    private Alternative<Replenishment> doNothing() {
        return new Alternative<>(Optional.empty(), worth(Quantity.ZERO), evidence(Quantity.ZERO));
    }

    /** What all demand would bring, less what is lost and held. */
    private double worth(double units) {
        return everything - costs.of(units);
    }

    private static double demanded(double[][] paths) {
        double sum = 0;
        for (var path : paths) {
            for (double units : path) {
                sum += units;
            }
        }
        return sum / paths.length;
    }

    StockProjection projection(Quantity quantity) {
        var arrivals = onHand.arrivals().byDay();
        arrivals[supply.leadDays()] += quantity.toDouble();
        return LostSalesProjection.of(onHand.sellable(), arrivals, paths);
    }

    private List<Evidence> evidence(Quantity quantity) {
        var stock = projection(quantity);
        int comes = supply.leadDays() + 1;
        int next = supply.protectedDays() + 1;
        return List.of(
                new Evidence("stock-out probability", stock.stockOutProbability(comes, next), ""),
                new Evidence("expected units lost", stock.expectedLost(comes, next), "units"),
                new Evidence("expected units sold", stock.expectedSold(comes, next), "units"),
                new Evidence("stock before next delivery", stock.mean(next - 1), "units"));
    }
}
