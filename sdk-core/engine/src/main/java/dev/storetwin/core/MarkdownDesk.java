package dev.storetwin.core;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.core.pricing.MarkdownPlanner;
import dev.storetwin.core.pricing.thrift.MarkdownPlanning;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Effort;
import java.util.List;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about markdowns in the live shop: the price of now is decided as any other, the path from there is for people.
 *
 * @param desk    for the price of now
 * @param planning whose ways know the path
 */
record MarkdownDesk(LiveShop live, Desk<MarkdownQuestion, PriceChange> desk, MarkdownPlanning planning) {

    private static final Logger LOG = LoggerFactory.getLogger(MarkdownDesk.class);

    MarkdownPlan markdown(MarkdownQuestion question) {
        var state = live.state();
        return desk.charged(effort -> effort == Effort.NOTHING
                ? kept(state, question)
                : plan(state, question, planning.marking(effort, state, question)));
    }

    /** Nothing is worked out, so there is no path either. */
    private MarkdownPlan kept(ShopState state, MarkdownQuestion question) {
        var decision = desk.settled(desk.decider().decide(state, question, Effort.NOTHING), state);
        return new MarkdownPlan(question.wish(), decision, List.of(), OptionalDouble.empty());
    }

    private MarkdownPlan plan(ShopState state, MarkdownQuestion question, MarkdownPlanning.Marking marking) {
        var decision = desk.settled(desk.decider().decide(state, question, marking.way()), state);
        var path =
                switch (decision.status()) {
                    case FAILED, INSUFFICIENT_DATA, OVER_BUDGET, WITHHELD ->
                        new MarkdownPlanner.Path(List.of(), OptionalDouble.empty());
                    default -> path(state, question, decision, marking.planner());
                };
        return new MarkdownPlan(question.wish(), decision, path.prices(), path.sellThrough());
    }

    /** The decision stands without a path too. */
    private static MarkdownPlanner.Path path(
            ShopState state, MarkdownQuestion question, Decision<PriceChange> decision, MarkdownPlanner planner) {
        try {
            return planner.path(state, question, decision.action().map(PriceChange::to));
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("No path for the markdown of {} at revision {}", question.sku(), state.revision(), broken);
            return new MarkdownPlanner.Path(List.of(), OptionalDouble.empty());
        }
    }
}
