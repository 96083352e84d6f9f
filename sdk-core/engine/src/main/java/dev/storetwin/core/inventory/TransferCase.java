package dev.storetwin.core.inventory;

import dev.storetwin.core.inventory.transfer.Moves;
import dev.storetwin.core.inventory.transfer.Place;
import dev.storetwin.core.inventory.transfer.Rebalancing;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.proposal.Objective;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One SKU at all nodes that may give it or get it, with the moves that cost least: every other move can be tried on it. */
final class TransferCase {

    private final Sku sku;
    private final Instant asOf;
    private final List<TransferNode> nodes;
    private final TransferWays ways;
    private final OrderEconomics economics;
    private final DemandForecast forecast;
    private final Quantity step;
    private final Moves best;
    private final List<String> caveats;

    /**
     * @param nodes   at least one
     * @param step    what moves together
     * @param caveats what had to be assumed, in words
     */
    TransferCase(
            Sku sku,
            Instant asOf,
            List<TransferNode> nodes,
            OrderEconomics economics,
            DemandForecast forecast,
            Quantity step,
            TransferOptions options,
            List<String> caveats) {
        this.sku = sku;
        this.asOf = asOf;
        this.nodes = List.copyOf(nodes);
        this.economics = economics;
        this.forecast = forecast;
        this.step = step;
        this.ways = TransferWays.between(ids(), options, economics, step.toDouble());
        this.best = Rebalancing.of(places(options), ways.ways(), step.toDouble());
        this.caveats = List.copyOf(caveats);
    }

    private List<Place> places(TransferOptions options) {
        return nodes.stream()
                .map(it -> it.place(
                        economics.rates(),
                        step.toDouble(),
                        options.limit(it.id()).orElse(new NodeLimit(it.id(), Optional.empty(), Optional.empty()))))
                .toList();
    }

    List<NodeId> ids() {
        return nodes.stream().map(TransferNode::id).toList();
    }

    List<TransferNode> nodes() {
        return nodes;
    }

    TransferNode node(int place) {
        return nodes.get(place);
    }

    TransferWays ways() {
        return ways;
    }

    OrderEconomics economics() {
        return economics;
    }

    DemandForecast forecast() {
        return forecast;
    }

    List<String> caveats() {
        return caveats;
    }

    double stepUnits() {
        return step.toDouble();
    }

    Quantity quantity(long steps) {
        return new Quantity(Math.multiplyExact(steps, step.thousandths()));
    }

    int days() {
        return nodes.get(0).days();
    }

    /** The moves that cost least. */
    Moves best() {
        return best;
    }

    NodeId giver(int way) {
        return nodes.get(ways.ways().get(way).from()).id();
    }

    NodeId receiver(int way) {
        return nodes.get(ways.ways().get(way).to()).id();
    }

    Transfer transfer(int way, long steps) {
        return new Transfer(sku, giver(way), receiver(way), quantity(steps));
    }

    /** The most that a way may carry beside the best plan: nothing where a node would give and get. */
    long most(int way) {
        var its = ways.ways().get(way);
        boolean both = best.in(its.from()) > 0 || best.out(its.to()) > 0;
        return both ? 0 : best.most(way);
    }

    /** What a move brings in the best plan over leaving it out, all others as they are. */
    double gain(int way) {
        return best.with(way, 0).cost(way) - best.cost(way);
    }

    /** The ways on which something moves, the one that gains most first. */
    List<Integer> used() {
        return IntStream.range(0, ways.ways().size())
                .filter(it -> best.steps(it) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer it) -> -gain(it))
                        .thenComparing(this::receiver)
                        .thenComparing(this::giver))
                .toList();
    }

    List<TransferWish> wishes() {
        return used().stream()
                .map(it -> new TransferWish(
                        TransferQuestion.of(sku, giver(it), receiver(it), asOf), quantity(best.steps(it)), gain(it)))
                .toList();
    }

    Objective objective() {
        var what = economics.margin().isPresent()
                ? "expected margin less holding and transport"
                : "shortage avoided less holding and transport";
        return new Objective("%s over %d days".formatted(what, days()), economics.account());
    }

    /** What all demand would bring, less what is lost, held and spent on the way. */
    double value(Moves moves) {
        double everything = nodes.stream().mapToDouble(TransferNode::expected).sum();
        return economics.rates().shortage() * everything - moves.cost();
    }

    /** A transfer that somebody else has put together, with the rest of the best plan. What cannot be done is worth less than anything. */
    double value(Transfer transfer, Optional<Quantity> atMost) {
        int way = ways.find(ids().indexOf(transfer.from()), ids().indexOf(transfer.to()));
        double steps = transfer.quantity().toDouble() / step.toDouble();
        boolean tooMuch =
                atMost.filter(it -> transfer.quantity().compareTo(it) > 0).isPresent();
        if (way < 0 || tooMuch || steps > most(way)) {
            return Double.NEGATIVE_INFINITY;
        }
        long whole = (long) Math.floor(steps);
        double value = value(best.with(way, whole));
        return whole == steps ? value : value + (steps - whole) * (value(best.with(way, whole + 1)) - value);
    }

    /** Around the best: half, one step less, itself, one step more, double. */
    List<Long> around(int way, long steps, long most) {
        var tried = new ArrayList<Long>();
        for (long count : new long[] {steps / 2, steps - 1, steps, steps + 1, 2 * steps}) {
            if (count >= 1 && count <= most && !tried.contains(count)) {
                tried.add(count);
            }
        }
        tried.sort(Comparator.naturalOrder());
        return tried;
    }
}
