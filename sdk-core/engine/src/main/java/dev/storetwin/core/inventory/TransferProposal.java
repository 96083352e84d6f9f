package dev.storetwin.core.inventory;

import dev.storetwin.core.inventory.transfer.Moves;
import dev.storetwin.forecast.StockProjection;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.type.Capability;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The answer to one question about a case: the move of the best plan that it asks for, or the one that would be next, beside a little more and a
 * little less of it, other givers, and nothing.
 */
final class TransferProposal {

    static final String VERSION = "lateral-transfers/1";

    private static final int OTHER_GIVERS = 3;
    private static final int OTHER_MOVES = 5;

    private final TransferCase all;
    private final TransferQuestion question;
    private final List<Integer> asked;

    TransferProposal(TransferCase all, TransferQuestion question) {
        this.all = all;
        this.question = question;
        this.asked = asked();
    }

    /** Ways to the node of the question, from the one that gives most in the plan; then the one that would lose least by one step. */
    private List<Integer> asked() {
        return IntStream.range(0, all.ways().ways().size())
                .filter(it -> all.receiver(it).equals(question.to()))
                .filter(it -> question.from()
                        .filter(from -> !from.equals(all.giver(it)))
                        .isEmpty())
                .filter(it -> most(it) > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer it) -> !isUsed(it))
                        .thenComparingDouble(this::loss)
                        .thenComparing(all::giver))
                .toList();
    }

    private boolean isUsed(int way) {
        return all.best().steps(way) > 0;
    }

    private double loss(int way) {
        return isUsed(way)
                ? -all.gain(way)
                : all.best().with(way, 1).cost(way) - all.best().cost(way);
    }

    private long most(int way) {
        long room = question.atMost()
                .map(it -> (long) Math.floor(it.toDouble() / all.stepUnits() + 1e-9))
                .orElse(Long.MAX_VALUE);
        return Math.min(room, all.most(way));
    }

    Proposal<Transfer> proposal() {
        var versions = all.forecast().card().versions("forecast");
        versions.put("inventory", VERSION);
        return new Proposal<>(
                Capability.INVENTORY,
                question.target(),
                question.asOf(),
                all.objective(),
                alternatives(),
                evidence(),
                List.of(),
                reasons(),
                new TreeMap<>(versions));
    }

    private List<Alternative<Transfer>> alternatives() {
        var alternatives = new ArrayList<Alternative<Transfer>>();
        if (asked.isEmpty()) {
            alternatives.add(Alternative.doNothing(all.value(all.best())));
            return alternatives;
        }
        int first = asked.get(0);
        var without = all.best().with(first, 0);
        alternatives.add(new Alternative<>(Optional.empty(), all.value(without), evidence(first, without)));
        long steps = steps();
        for (long count : all.around(first, Math.max(1, steps), most(first))) {
            alternatives.add(alternative(first, all.best().with(first, count)));
        }
        asked.stream().skip(1).limit(OTHER_GIVERS).forEach(way -> alternatives.add(instead(way, without)));
        return alternatives;
    }

    /** What the plan moves on the way of the question, as far as there is room. */
    private long steps() {
        return Math.min(all.best().steps(asked.get(0)), most(asked.get(0)));
    }

    /** As much from another giver, or what it can give. */
    private Alternative<Transfer> instead(int way, Moves without) {
        long already = without.steps(way);
        long wanted = Math.max(1, steps());
        return alternative(way, without.with(way, Math.min(already + wanted, Math.min(most(way), without.most(way)))));
    }

    private Alternative<Transfer> alternative(int way, Moves moves) {
        return new Alternative<>(
                Optional.of(all.transfer(way, moves.steps(way))), all.value(moves), evidence(way, moves));
    }

    /** The same for a transfer that somebody else has put together. */
    Alternative<Transfer> score(Transfer transfer) {
        return Alternative.of(transfer, all.value(transfer, question.atMost()));
    }

    private List<Evidence> evidence(int way, Moves moves) {
        var its = all.ways().ways().get(way);
        var evidence = new ArrayList<Evidence>();
        addRisk(evidence, its.to(), moves);
        addRisk(evidence, its.from(), moves);
        double transport = moves.steps(way) == 0 ? 0 : its.fixed() + its.stepCost() * moves.steps(way);
        evidence.add(new Evidence("transport", transport, all.economics().account()));
        return evidence;
    }

    private void addRisk(List<Evidence> evidence, int place, Moves moves) {
        var node = all.node(place);
        var stock = projection(place, moves);
        int end = all.days() + 1;
        evidence.add(new Evidence(node.id() + ": stock-out probability", stock.stockOutProbability(1, end), ""));
        evidence.add(new Evidence(node.id() + ": expected units lost", stock.expectedLost(1, end), "units"));
        evidence.add(new Evidence(node.id() + ": stock at the end", stock.mean(end - 1), "units"));
    }

    private StockProjection projection(int place, Moves moves) {
        return all.node(place).projection(all.stepUnits() * moves.out(place), moves.coming(place));
    }

    private List<Evidence> evidence() {
        var evidence = new ArrayList<Evidence>();
        for (var node : all.nodes()) {
            if (isConcerned(node.id())) {
                evidence.add(new Evidence(node.id() + ": on hand", node.onHand().units(), "units"));
                evidence.add(
                        new Evidence(node.id() + ": promised", node.onHand().promised(), "units"));
                evidence.add(new Evidence(
                        node.id() + ": on the way", node.onHand().arrivals().total(), "units"));
                evidence.add(new Evidence(node.id() + ": expected demand", node.expected(), "units"));
            }
        }
        question.atMost().ifPresent(it -> evidence.add(new Evidence("room for", it.toDouble(), "units")));
        if (!asked.isEmpty()) {
            var way = all.ways().ways().get(asked.get(0));
            evidence.add(new Evidence("lead time", way.days(), "days"));
            evidence.add(new Evidence(
                    "moving a unit",
                    way.stepCost() / all.stepUnits(),
                    all.economics().account()));
        }
        var economics = all.economics();
        economics.margin().ifPresent(it -> evidence.add(new Evidence("unit margin", it, economics.account())));
        evidence.add(new Evidence("holding a unit for a day", economics.rates().holding(), economics.account()));
        return evidence;
    }

    private boolean isConcerned(NodeId node) {
        return node.equals(question.to()) || (!asked.isEmpty() && node.equals(all.giver(asked.get(0))));
    }

    private List<String> reasons() {
        var reasons = new ArrayList<String>();
        if (asked.isEmpty()) {
            reasons.add(noWay());
        } else {
            int way = asked.get(0);
            reasons.add(risk(all.ways().ways().get(way).to(), way));
            reasons.add(risk(all.ways().ways().get(way).from(), way));
            reasons.add(lane(way));
            reasons.add(whyThisMany(way));
            others(way).ifPresent(reasons::add);
        }
        reasons.addAll(all.caveats());
        reasons.addAll(all.ways().caveats());
        reasons.addAll(all.economics().caveats());
        all.nodes().stream()
                .filter(it -> isConcerned(it.id()))
                .forEach(it -> reasons.addAll(it.onHand().caveats().stream()
                        .map(caveat -> "%s: %s".formatted(it.id(), caveat))
                        .toList()));
        reasons.add("Demand by %s: %s"
                .formatted(all.forecast().card().name(), all.forecast().reason()));
        return reasons;
    }

    private String noWay() {
        if (!all.ids().contains(question.to())) {
            return "%s is closed, or has nothing to do with the SKU".formatted(question.to());
        }
        if (question.atMost().filter(Quantity::isZero).isPresent()) {
            return "Other transfers of the plan take all the room on the way to %s".formatted(question.to());
        }
        return question.from()
                .map(it -> "%s has nothing to give beside what else moves, or there is no way from it to %s"
                        .formatted(it, question.to()))
                .orElse("No node has anything to give beside what else moves, or there is no way to %s"
                        .formatted(question.to()));
    }

    private String risk(int place, int way) {
        var node = all.node(place);
        var without = all.best().with(way, 0);
        long steps = Math.max(1, steps());
        return "%s has %s and expects to sell %s in %d days: it runs out with %s without the transfer, with %s %s it"
                .formatted(
                        node.id(),
                        Words.units(node.onHand().sellable()),
                        Words.units(node.expected()),
                        all.days(),
                        Words.percent(projection(place, without).stockOutProbability(1, all.days() + 1)),
                        Words.percent(
                                projection(place, without.with(way, steps)).stockOutProbability(1, all.days() + 1)),
                        steps() == 0 ? "if one moved with" : "with");
    }

    private String lane(int way) {
        var its = all.ways().ways().get(way);
        return "%s from %s to %s takes %d day%s and costs %s %s a unit with the holding on the way%s"
                .formatted(
                        all.ways().isKnown().get(way) ? "The lane" : "A usual lane is assumed: it",
                        all.giver(way),
                        all.receiver(way),
                        its.days(),
                        its.days() == 1 ? "" : "s",
                        Words.units(its.stepCost() / all.stepUnits()),
                        all.economics().account(),
                        its.fixed() > 0 ? ", and %s for any".formatted(Words.units(its.fixed())) : "");
    }

    private String whyThisMany(int way) {
        long steps = steps();
        double here = all.value(all.best().with(way, steps));
        if (steps < most(way)) {
            double more = here - all.value(all.best().with(way, steps + 1));
            return "%s more would cost %s %s more than it brings"
                    .formatted(
                            all.quantity(1), Words.units(more), all.economics().account());
        }
        return "No more can move: that is all that %s can give, %s can take, or the way can carry"
                .formatted(all.giver(way), all.receiver(way));
    }

    private Optional<String> others(int way) {
        var others = all.used().stream()
                .filter(it -> it != way)
                .map(it -> "%s from %s to %s"
                        .formatted(all.quantity(all.best().steps(it)), all.giver(it), all.receiver(it)))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var more = others.size() > OTHER_MOVES ? " and %d more".formatted(others.size() - OTHER_MOVES) : "";
        return Optional.of("It goes together with moving %s%s"
                .formatted(String.join(", ", others.stream().limit(OTHER_MOVES).toList()), more));
    }
}
