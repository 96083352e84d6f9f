package dev.storetwin.core.inventory;

import dev.storetwin.core.numeric.ConvexSearch;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ServiceTarget;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why this quantity: what demand and costs it rests on, what bound it, and what others would cost. */
final class OrderExplanation {

    private final OrderCase order;
    private final OrderCase.Parts parts;
    private final Supply supply;
    private final List<Alternative<Replenishment>> alternatives;
    private final Alternative<Replenishment> chosen;

    /** @param alternatives with their values, "do nothing" among them */
    OrderExplanation(OrderCase order, List<Alternative<Replenishment>> alternatives) {
        this.order = order;
        this.parts = order.parts();
        this.supply = parts.supply();
        this.alternatives = List.copyOf(alternatives);
        this.chosen = best(alternatives).orElseThrow();
    }

    private static Optional<Alternative<Replenishment>> best(List<Alternative<Replenishment>> among) {
        return among.stream()
                .max(Comparator.<Alternative<Replenishment>>comparingDouble(Alternative::expectedValue)
                        .thenComparing(Alternative::isDoNothing));
    }

    private Optional<Alternative<Replenishment>> secondBest() {
        return best(alternatives.stream().filter(it -> it != chosen).toList());
    }

    private static Quantity quantity(Alternative<Replenishment> alternative) {
        return alternative.action().map(Replenishment::quantity).orElse(Quantity.ZERO);
    }

    List<Evidence> evidence() {
        var onHand = parts.onHand();
        var evidence = new ArrayList<>(evidence(
                supply, parts.demand(), parts.economics(), order.policy().rates()));
        evidence.add(new Evidence("on hand", onHand.units(), "units"));
        evidence.add(new Evidence("promised", onHand.promised(), "units"));
        evidence.add(new Evidence("on the way", onTheWay(), "units"));
        evidence.add(new Evidence("stock position", onHand.position(), "units"));
        alternatives.stream()
                .sorted(Comparator.comparing(OrderExplanation::quantity))
                .map(it -> new Evidence("cost above the best of ordering " + quantity(it), above(it), account()))
                .forEach(evidence::add);
        secondBest().ifPresent(it -> {
            evidence.add(new Evidence("second best", quantity(it).toDouble(), "units"));
            evidence.add(new Evidence("second best costs more", above(it), account()));
        });
        return evidence;
    }

    private double above(Alternative<Replenishment> alternative) {
        return chosen.expectedValue() - alternative.expectedValue() + 0.0;
    }

    private String account() {
        return parts.economics().account();
    }

    private double onTheWay() {
        return parts.onHand().arrivals().total() + parts.onHand().arrivals().later();
    }

    /** What is known without any stock. */
    static List<Evidence> evidence(Supply supply, NodeDemand demand, OrderEconomics economics, CostRates rates) {
        int days = supply.protectedDays();
        double fractile = rates.criticalFractile(supply.cycleDays());
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence("order-up-to level", upTo(demand, days, fractile), "units"));
        evidence.add(new Evidence("expected demand", demand.mean(days), "units"));
        evidence.add(new Evidence("demand p50", demand.quantile(days, .5), "units"));
        evidence.add(new Evidence("demand p90", demand.quantile(days, .9), "units"));
        evidence.add(new Evidence("demand p97.5", demand.quantile(days, .975), "units"));
        evidence.add(new Evidence("lead time", supply.leadDays(), "days"));
        evidence.add(new Evidence(
                "longest lead time", supply.comes(0, supply.leadTimes().longest()), "days"));
        evidence.add(new Evidence("review period", supply.reviewDays(), "days"));
        evidence.add(new Evidence("critical fractile", fractile, ""));
        evidence.add(new Evidence("share of demand", demand.share(), ""));
        economics
                .unitCost()
                .ifPresent(it -> evidence.add(new Evidence("unit cost", it.toDouble(), economics.account())));
        economics.margin().ifPresent(it -> evidence.add(new Evidence("unit margin", it, economics.account())));
        evidence.add(new Evidence("a lost unit", rates.shortage(), economics.account()));
        evidence.add(new Evidence("holding a unit for a day", rates.holding(), economics.account()));
        return evidence;
    }

    private static double upTo(NodeDemand demand, int days, double fractile) {
        return fractile > 0 ? demand.quantile(days, fractile) : 0;
    }

    List<String> reasons() {
        var reasons = new ArrayList<String>();
        reasons.add(demand());
        reasons.add("%s on hand, %s promised, %s on the way"
                .formatted(
                        Words.units(parts.onHand().units()),
                        Words.units(parts.onHand().promised()),
                        Words.units(onTheWay())));
        if (order.canOrder()) {
            reasons.add(comparison());
        }
        calendar().ifPresent(reasons::add);
        order.limits().conflict(order.lattice()).ifPresent(reasons::add);
        lattice().ifPresent(reasons::add);
        bound().ifPresent(reasons::add);
        service(reasons);
        cycle().ifPresent(reasons::add);
        shelfLife().ifPresent(reasons::add);
        secondBest().map(this::runnerUp).ifPresent(reasons::add);
        reasons.addAll(order.caveats());
        reasons.addAll(parts.economics().caveats());
        reasons.addAll(parts.onHand().caveats());
        var forecast = parts.demand().forecast();
        reasons.add("Demand by %s: %s".formatted(forecast.card().name(), forecast.reason()));
        return reasons;
    }

    private String demand() {
        int days = supply.protectedDays();
        double fractile = order.policy().rates().criticalFractile(supply.cycleDays());
        return "%s units are expected to be asked for in %d days of lead time and %d to the next delivery; %s of the time at most %s"
                .formatted(
                        Words.units(parts.demand().mean(days)),
                        supply.leadDays(),
                        days - supply.leadDays(),
                        Words.percent(fractile),
                        Words.units(upTo(parts.demand(), days, fractile)));
    }

    private String comparison() {
        var best = order.lattice().quantity(order.policy().best());
        return "Without an order stock runs out with %s until the next delivery, with %s ordered with %s"
                .formatted(
                        Words.percent(order.alone(Quantity.ZERO).shortShare()),
                        best,
                        Words.percent(order.alone(best).shortShare()));
    }

    private Optional<String> calendar() {
        return supply.takesOrdersToday()
                ? Optional.empty()
                : Optional.of("%s takes the next orders on %s: nothing is lost by waiting"
                        .formatted(supply.rule().orElseThrow().supplier(), supply.nextOrderDay()));
    }

    private Optional<String> lattice() {
        return supply.terms()
                .filter(it -> it.packSize().isPresent() || it.minimumOrder().isPresent())
                .map(it -> "The supplier delivers packs of %s, at least %s"
                        .formatted(
                                order.lattice().pack(),
                                order.lattice().quantity(order.lattice().least())));
    }

    /** Which limit kept the order small, or the minimum that made it large. */
    private Optional<String> bound() {
        if (order.limits().limits().isEmpty() || !order.canOrder()) {
            return Optional.empty();
        }
        long wanted = order.policy().wanted();
        return order.limits().binding(wanted).map(it -> "%s would be best, but %s allows no more than %s"
                .formatted(
                        order.lattice().quantity(wanted),
                        it.name(),
                        order.lattice().quantity(it.packs())));
    }

    private void service(List<String> reasons) {
        parts.target().ifPresent(target -> {
            reasons.add("A %s was asked for: it makes a lost unit weigh %s %s"
                    .formatted(target.describe(), money(order.policy().rates().shortage()), account()));
            if (!order.policy().isServed(chosenUnits())) {
                reasons.add("A %s is not reached with %s".formatted(target.describe(), quantity(chosen)));
            }
            unreachable(target).ifPresent(reasons::add);
        });
    }

    private double chosenUnits() {
        return quantity(chosen).toDouble();
    }

    /** What is lost before the order comes is lost whatever is ordered. */
    private Optional<String> unreachable(ServiceTarget target) {
        var before = order.policy().costs().before();
        double share = target instanceof ServiceTarget.FillRate fill
                ? fill.share()
                : target instanceof ServiceTarget.CycleService cycle ? cycle.share() : 0;
        double demanded = parts.demand().mean(supply.leadDays());
        double served = target instanceof ServiceTarget.FillRate
                ? demanded > 0 ? 1 - before.lost() / demanded : 1
                : 1 - before.shortShare();
        return served >= share
                ? Optional.empty()
                : Optional.of(
                        "Until the order comes only %s is reached, whatever is ordered: relax the lead time of %d days"
                                .formatted(Words.percent(Math.max(0, served)), supply.leadDays()));
    }

    private Optional<String> cycle() {
        double cost = parts.economics().orderCost(parts.rules());
        return cost > 0
                ? Optional.of("An order costs %s %s: it is made to last for %d days"
                        .formatted(money(cost), account(), supply.cycleDays()))
                : Optional.empty();
    }

    private Optional<String> shelfLife() {
        return parts.rules().shelfLife().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "It keeps for %d days, the oldest is sold first, and what is on hand is taken to be half as old: %s of the order is expected to be wasted before the next one comes"
                                .formatted(
                                        parts.rules().shelfLife().getAsInt(),
                                        Words.units(
                                                order.alone(quantity(chosen)).wasted())));
    }

    private String runnerUp(Alternative<Replenishment> second) {
        boolean same = !ConvexSearch.falls(chosen.expectedValue(), second.expectedValue()) && above(second) == 0;
        return same
                ? "To %s costs the same".formatted(second.describe())
                : "Second best is to %s, for %s %s more".formatted(second.describe(), money(above(second)), account());
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
