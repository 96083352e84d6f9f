package dev.storetwin.cli.plan;

import dev.storetwin.Twin;
import dev.storetwin.audit.AuditEntry;
import dev.storetwin.decision.Decision;
import dev.storetwin.forecast.Progress;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All decisions of a shop at one moment, of one state: for every SKU its price in each channel and its order for each node.
 *
 * <p>The questions are asked by many threads; the answers stand in the order of SKU, capability and place, and are audited in it.
 */
public final class ShopPlan {

    /** Where a shop sells and holds what its files do not place. */
    private static final Channel ANY_CHANNEL = Channel.of("default");

    private static final NodeId ANY_NODE = NodeId.of("default");

    private final Twin twin;
    private final TwinState state;
    private final Instant asOf;
    private final List<Channel> anyChannels;
    private final List<NodeId> anyNodes;

    private ShopPlan(Twin twin, Instant asOf) {
        this.twin = twin;
        this.state = twin.state();
        this.asOf = asOf;
        this.anyChannels = anyChannels(state);
        this.anyNodes = anyNodes(state);
    }

    /** Where a SKU may sell that never did: wherever the shop sells. */
    private static List<Channel> anyChannels(TwinState state) {
        var all = state.network().channels();
        return all.isEmpty() ? List.of(ANY_CHANNEL) : all;
    }

    /** Where a SKU may lie that was never counted: at the shop's only node, or at none in particular. */
    private static List<NodeId> anyNodes(TwinState state) {
        var all = state.network().nodes();
        return all.size() == 1 ? all : List.of(ANY_NODE);
    }

    /** Asks everything and writes every answer into the twin's audit trail. */
    public static List<Decision<?>> decide(Twin twin, Instant asOf, Executor workers, Progress progress) {
        var plan = new ShopPlan(twin, asOf);
        var decisions = answers(plan.questions(), workers, progress);
        decisions.forEach(it -> twin.audit().append(new AuditEntry.Decided(it)));
        return decisions;
    }

    private List<Supplier<Decision<?>>> questions() {
        var questions = new ArrayList<Supplier<Decision<?>>>();
        for (var sku : state.catalog().skus()) {
            channels(sku).forEach(it -> questions.add(price(sku, it)));
            nodes(sku).forEach(it -> questions.add(order(sku, it)));
        }
        return questions;
    }

    private Supplier<Decision<?>> price(Sku sku, Channel channel) {
        return () -> twin.pricing().decider().decide(state, new PriceQuestion(sku, channel, asOf));
    }

    private Supplier<Decision<?>> order(Sku sku, NodeId node) {
        return () -> twin.inventory().decider().decide(state, new ReplenishmentQuestion(sku, node, asOf));
    }

    /** Where it is priced or was sold. */
    private List<Channel> channels(Sku sku) {
        var own = Stream.concat(state.catalog().channels(sku).stream(), state.demand().channels(sku).stream())
                .distinct()
                .sorted()
                .toList();
        return own.isEmpty() ? anyChannels : own;
    }

    /** Where it lies or is awaited. */
    private List<NodeId> nodes(Sku sku) {
        var own = state.stock().nodes(sku);
        return own.isEmpty() ? anyNodes : own;
    }

    private static List<Decision<?>> answers(
            List<Supplier<Decision<?>>> questions, Executor workers, Progress progress) {
        var running = questions.stream()
                .map(it -> CompletableFuture.supplyAsync(it, workers))
                .toList();
        var answers = new ArrayList<Decision<?>>(running.size());
        try {
            for (var answer : running) {
                answers.add(answer.join());
                progress.advanced(answers.size(), running.size());
            }
        } catch (CompletionException failed) {
            running.forEach(it -> it.cancel(false));
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
        return answers;
    }
}
