package dev.storetwin.core.inventory;

import dev.storetwin.inventory.Replenishment;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why an order is as large as it is, in numbers and words.
 *
 * @param supply    when it comes
 * @param demand    that it is for
 * @param onHand    what there is
 * @param economics what it costs
 */
record OrderExplanation(Supply supply, NodeDemand demand, OnHand onHand, OrderEconomics economics) {

    private static final String STOCK_OUT = "stock-out probability";

    /** What holds for all quantities. */
    List<Evidence> evidence() {
        var evidence = new ArrayList<>(evidence(supply, demand, economics));
        evidence.add(new Evidence("on hand", onHand.units(), "units"));
        evidence.add(new Evidence("promised", onHand.promised(), "units"));
        evidence.add(new Evidence("on the way", onTheWay(), "units"));
        evidence.add(new Evidence("stock position", onHand.position(), "units"));
        return evidence;
    }

    private double onTheWay() {
        return onHand.arrivals().total() + onHand.arrivals().later();
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

    /** @param tried all alternatives, with what speaks for each */
    List<String> reasons(List<Alternative<Replenishment>> tried) {
        var byWorth = tried.stream()
                .sorted(Comparator.comparingDouble(Alternative<Replenishment>::expectedValue)
                        .reversed())
                .toList();
        return List.of(expected(), stock(), comparison(byWorth), curve(byWorth));
    }

    private String expected() {
        int days = supply.protectedDays();
        double fractile = economics.rates().criticalFractile(supply.reviewDays());
        return "%s units are expected to be asked for in %d days of lead time and %d to the next delivery; %s of the time at most %s"
                .formatted(
                        Words.units(demand.mean(days)),
                        supply.leadDays(),
                        supply.reviewDays(),
                        Words.percent(fractile),
                        Words.units(upTo(demand, days, fractile)));
    }

    private String stock() {
        return "%s on hand, %s promised, %s on the way"
                .formatted(Words.units(onHand.units()), Words.units(onHand.promised()), Words.units(onTheWay()));
    }

    private static String comparison(List<Alternative<Replenishment>> byWorth) {
        var nothing =
                byWorth.stream().filter(Alternative::isDoNothing).findFirst().orElseThrow();
        var order = byWorth.stream().filter(it -> !it.isDoNothing()).findFirst();
        var without = "Without an order stock runs out with %s until the next delivery".formatted(stockOut(nothing));
        return order.map(it -> "%s, with %s ordered with %s".formatted(without, quantity(it), stockOut(it)))
                .orElse(without);
    }

    private static String stockOut(Alternative<Replenishment> alternative) {
        return alternative.evidence().stream()
                .filter(it -> it.name().equals(STOCK_OUT))
                .map(it -> Words.percent(it.value()))
                .findFirst()
                .orElseThrow();
    }

    private static String quantity(Alternative<Replenishment> alternative) {
        return alternative.action().map(it -> it.quantity().toString()).orElse("nothing");
    }

    /** The best, the second best, and what the others would be worth: the cost curve around the best. */
    private String curve(List<Alternative<Replenishment>> byWorth) {
        var best = byWorth.get(0);
        var others = byWorth.stream()
                .skip(1)
                .map(it -> "%s by %s".formatted(quantity(it), Words.units(best.expectedValue() - it.expectedValue())))
                .collect(Collectors.joining(", "));
        return "Ordering %s is worth most; worth less, in %s: %s"
                .formatted(quantity(best), economics.account(), others);
    }

    /** What had to be assumed, and where demand comes from. */
    List<String> caveats() {
        var caveats = new ArrayList<>(economics.caveats());
        caveats.addAll(onHand.caveats());
        caveats.add("Demand by %s: %s"
                .formatted(demand.forecast().card().name(), demand.forecast().reason()));
        return caveats;
    }
}
