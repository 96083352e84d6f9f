package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.LostSalesProjection;
import dev.storetwin.forecast.StockProjection;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question with all that answers it: every quantity can be tried on it. */
final class OrderCase implements OrderValues {

    private static final String VERSION = "order-up-to/1";

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

    /**
     * When an order comes and when the next one does.
     *
     * @param leadDays   from order to shelf
     * @param reviewDays from one order to the next
     * @param terms      of the supplier
     */
    record Supply(int leadDays, int reviewDays, Optional<SupplierTerms> terms) {

        /** Days until the next order is on the shelf: what this one has to last for. */
        int protectedDays() {
            return leadDays + reviewDays;
        }

        int horizon() {
            return leadDays + 2 * reviewDays;
        }
    }

    OrderCase(
            ReplenishmentQuestion question,
            Supply supply,
            NodeDemand demand,
            OnHand onHand,
            OrderEconomics economics,
            double[][] paths,
            List<String> caveats) {
        this.question = question;
        this.supply = supply;
        this.demand = demand;
        this.onHand = onHand;
        this.economics = economics;
        this.lattice = OrderLattice.of(supply.terms(), demand.pieces());
        this.paths = paths;
        this.costs = new OrderCosts(
                paths,
                onHand.sellable(),
                onHand.arrivals().byDay(),
                supply.leadDays(),
                supply.reviewDays(),
                economics.rates(),
                demand.pieces() ? 1 : .001);
        this.everything = economics.rates().shortage() * demanded(paths);
        this.caveats = List.copyOf(caveats);
    }

    Proposal<Replenishment> proposal() {
        long packs = costs.bestPacks(lattice.packUnits(), lattice.least());
        var best = lattice.quantity(packs);
        var alternatives = new ArrayList<Alternative<Replenishment>>();
        alternatives.add(doNothing());
        for (var quantity : lattice.around(packs)) {
            alternatives.add(order(quantity));
        }
        var versions = demand.forecast().card().versions("forecast");
        versions.put("inventory", VERSION);
        return new Proposal<>(
                Capability.INVENTORY,
                question.target(),
                question.asOf(),
                objective(supply, economics),
                alternatives,
                evidence(),
                List.of(),
                reasons(best),
                versions);
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
        return value(quantity);
    }

    /** The same for an action that somebody else has put together. */
    Alternative<Replenishment> order(Replenishment action) {
        return new Alternative<>(Optional.of(action), value(action.quantity()), evidence(action.quantity()));
    }

    private Alternative<Replenishment> doNothing() {
        return new Alternative<>(Optional.empty(), value(Quantity.ZERO), evidence(Quantity.ZERO));
    }

    /** What all demand would bring, less what is lost and held. */
    private double value(Quantity quantity) {
        return everything - costs.of(quantity.toDouble());
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

    private List<Evidence> evidence() {
        var evidence = new ArrayList<>(evidence(supply, demand, economics));
        evidence.add(new Evidence("on hand", onHand.units(), "units"));
        evidence.add(new Evidence("promised", onHand.promised(), "units"));
        evidence.add(new Evidence(
                "on the way", onHand.arrivals().total() + onHand.arrivals().later(), "units"));
        evidence.add(new Evidence("stock position", onHand.position(), "units"));
        return evidence;
    }

    /** What is known without any stock. */
    static List<Evidence> evidence(Supply supply, NodeDemand demand, OrderEconomics economics) {
        int days = supply.protectedDays();
        double fractile = economics.rates().criticalFractile(supply.reviewDays());
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence("order-up-to level", upTo(demand, days, fractile), "units"));
        evidence.add(new Evidence("expected demand", demand.mean(days), "units"));
        evidence.add(new Evidence("demand p50", demand.quantile(days, .5), "units"));
        evidence.add(new Evidence("demand p90", demand.quantile(days, .9), "units"));
        evidence.add(new Evidence("demand p97.5", demand.quantile(days, .975), "units"));
        evidence.add(new Evidence("lead time", supply.leadDays(), "days"));
        evidence.add(new Evidence("review period", supply.reviewDays(), "days"));
        evidence.add(new Evidence("critical fractile", fractile, ""));
        evidence.add(new Evidence("share of demand", demand.share(), ""));
        economics
                .unitCost()
                .ifPresent(it -> evidence.add(new Evidence("unit cost", it.toDouble(), economics.account())));
        economics.margin().ifPresent(it -> evidence.add(new Evidence("unit margin", it, economics.account())));
        evidence.add(new Evidence("holding a unit for a day", economics.rates().holding(), economics.account()));
        return evidence;
    }

    private static double upTo(NodeDemand demand, int days, double fractile) {
        return fractile > 0 ? demand.quantile(days, fractile) : 0;
    }

    private List<String> reasons(Quantity best) {
        var reasons = new ArrayList<String>();
        int days = supply.protectedDays();
        double fractile = economics.rates().criticalFractile(supply.reviewDays());
        reasons.add(
                "%s units are expected to be asked for in %d days of lead time and %d to the next delivery; %s of the time at most %s"
                        .formatted(
                                Words.units(demand.mean(days)),
                                supply.leadDays(),
                                supply.reviewDays(),
                                Words.percent(fractile),
                                Words.units(upTo(demand, days, fractile))));
        reasons.add("%s on hand, %s promised, %s on the way"
                .formatted(
                        Words.units(onHand.units()),
                        Words.units(onHand.promised()),
                        Words.units(
                                onHand.arrivals().total() + onHand.arrivals().later())));
        reasons.add(comparison(best));
        lattice().ifPresent(reasons::add);
        reasons.addAll(caveats);
        reasons.addAll(economics.caveats());
        reasons.addAll(onHand.caveats());
        reasons.add("Demand by %s: %s"
                .formatted(demand.forecast().card().name(), demand.forecast().reason()));
        return reasons;
    }

    private String comparison(Quantity best) {
        int comes = supply.leadDays() + 1;
        int next = supply.protectedDays() + 1;
        return "Without an order stock runs out with %s until the next delivery, with %s ordered with %s"
                .formatted(
                        Words.percent(projection(Quantity.ZERO).stockOutProbability(comes, next)),
                        best,
                        Words.percent(projection(best).stockOutProbability(comes, next)));
    }

    private Optional<String> lattice() {
        return supply.terms()
                .filter(it -> it.packSize().isPresent() || it.minimumOrder().isPresent())
                .map(it -> "The supplier delivers packs of %s, at least %s"
                        .formatted(lattice.pack(), lattice.quantity(lattice.least())));
    }
}
