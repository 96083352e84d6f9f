package dev.storetwin.core;

import dev.storetwin.RebalancingPlan;
import dev.storetwin.core.inventory.thrift.TransferPlanning;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rebalancing of many SKUs, from one state.
 *
 * <p>How it works. Each SKU's best moves are found by itself, with as much work as the budget allows then. They are decided one by one, the one
 * that brings most per unit first, each within its share of the room on lanes and at nodes ({@link TransferSharing}). All of a SKU is
 * decided with the work that its moves were found with, so that they fit each other.
 */
final class RebalancingRun {

    private static final Logger LOG = LoggerFactory.getLogger(RebalancingRun.class);

    private final Desk<TransferQuestion, Transfer> desk;
    private final TransferPlanning planning;
    private final ShopState state;
    private final Instant asOf;
    private final List<Decision<Transfer>> decisions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    RebalancingRun(Desk<TransferQuestion, Transfer> desk, TransferPlanning planning, ShopState state, Instant asOf) {
        this.desk = desk;
        this.planning = planning;
        this.state = state;
        this.asOf = asOf;
    }

    /**
     * A move that was found.
     *
     * @param effort that went into finding it
     */
    private record Found(TransferWish wish, Effort effort) {

        double gainPerUnit() {
            return wish.gain() / wish.quantity().toDouble();
        }

        Sku sku() {
            return wish.question().sku();
        }

        NodeId to() {
            return wish.question().to();
        }

        String from() {
            return wish.question().from().map(NodeId::value).orElse("");
        }
    }

    RebalancingPlan of(Collection<Sku> skus) {
        var found = new ArrayList<Found>();
        for (var sku : new TreeSet<>(skus)) {
            found.addAll(desk.charged(effort -> found(sku, effort)));
        }
        found.sort(Comparator.comparingDouble((Found it) -> -it.gainPerUnit())
                .thenComparing(Found::sku)
                .thenComparing(Found::to)
                .thenComparing(Found::from));
        decide(found);
        decisions.sort(
                Comparator.comparing((Decision<Transfer> it) -> it.target().key())
                        .thenComparing(it -> it.action().map(Transfer::describe).orElse("")));
        return new RebalancingPlan(asOf, decisions, notes);
    }

    private List<Found> found(Sku sku, Effort effort) {
        var wishes = wishes(sku, effort);
        if (wishes.isEmpty()) {
            worstOff(sku)
                    .ifPresentOrElse(
                            node -> decide(TransferQuestion.of(sku, node, asOf), effort),
                            () -> notes.add("%s: no node is known to have or await it".formatted(sku)));
        }
        return wishes.stream().map(it -> new Found(it, effort)).toList();
    }

    /** What the planner cannot say, the decision about the SKU will say why. */
    private List<TransferWish> wishes(Sku sku, Effort effort) {
        try {
            return planning.wishes(effort, state, sku, asOf);
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("No transfers of {} at revision {}", sku, state.revision(), broken);
            return List.of();
        }
    }

    /** The node that has least to sell. */
    private Optional<NodeId> worstOff(Sku sku) {
        return state.stock().nodes(sku).stream()
                .min(Comparator.comparing(
                                (NodeId it) -> state.stock().level(sku, it).availableToPromise())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** In order, each within its share and within what those before it have really left. */
    private void decide(List<Found> found) {
        var shares = desk.charged(effort -> shares(found));
        var room = new TransferRoom(state, planning.options());
        for (int i = 0; i < found.size(); i++) {
            var its = found.get(i);
            var question = room.within(its.wish(), shares.get(i));
            var decision = desk.charged(effort -> decide(question, its.effort()));
            room.take(its.wish(), moved(decision));
        }
    }

    /** What is scarce goes to whoever gains most by it; where nothing is, everybody has what it wishes. */
    private List<Quantity> shares(List<Found> found) {
        var room = new TransferRoom(state, planning.options());
        boolean isScarce = found.stream().anyMatch(it -> room.left(it.wish()).isPresent());
        var wishes = found.stream().map(it -> it.wish().quantity()).toList();
        try {
            return isScarce
                    ? TransferSharing.shares(found.stream().map(this::claim).toList(), room)
                    : wishes;
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("Room cannot be shared at revision {}: first come, first served", state.revision(), broken);
            return wishes;
        }
    }

    private TransferSharing.Claim claim(Found found) {
        var question = found.wish().question();
        var planner = planning.within(found.effort(), state, question).planner();
        return new TransferSharing.Claim(found.wish(), pack(found), units -> value(planner, question, units));
    }

    private double value(Planner<TransferQuestion, Transfer> planner, TransferQuestion question, Quantity units) {
        var transfer = new Transfer(question.sku(), question.from().orElseThrow(), question.to(), units);
        return planner.score(state, question, transfer).expectedValue();
    }

    private Quantity pack(Found found) {
        var wished = found.wish().quantity();
        var unit = wished.isWhole() ? Quantity.of(1) : new Quantity(1);
        return state.catalog()
                .terms(found.sku())
                .flatMap(SupplierTerms::packSize)
                .filter(it -> planning.options().wholePacks() && it.isPositive() && wished.isMultipleOf(it))
                .orElse(unit);
    }

    /** What waits for a yes takes room as well. */
    private static Quantity moved(Decision<Transfer> decision) {
        return decision.action().or(decision::pending).map(Transfer::quantity).orElse(Quantity.ZERO);
    }

    private Decision<Transfer> decide(TransferQuestion question, Effort effort) {
        var decision = desk.settled(desk.decider().decide(state, question, effort), state);
        decisions.add(decision);
        return decision;
    }
}
