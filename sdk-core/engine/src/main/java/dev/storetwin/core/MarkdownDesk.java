package dev.storetwin.core;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.core.pricing.MarkdownPlanner;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about markdowns in the live shop: the price of now is decided as any other, the path from there is for people.
 *
 * @param desk    for the price of now
 * @param planner that knows the path
 */
record MarkdownDesk(LiveShop live, Desk<MarkdownQuestion, PriceChange> desk, MarkdownPlanner planner) {

    private static final Logger LOG = LoggerFactory.getLogger(MarkdownDesk.class);

    MarkdownPlan markdown(Sku sku, Channel channel, MarkdownWish wish) {
        var question = new MarkdownQuestion(sku, channel, wish, live.now());
        var state = live.state();
        return desk.charged(effort -> {
            var decision = desk.settled(desk.decider().decide(state, question, effort), state);
            return plan(state, question, decision);
        });
    }

    /** Where nothing was worked out, as in a spent budget, there is no path either. */
    private MarkdownPlan plan(ShopState state, MarkdownQuestion question, Decision<PriceChange> decision) {
        var path =
                switch (decision.status()) {
                    case FAILED, INSUFFICIENT_DATA, OVER_BUDGET, WITHHELD ->
                        new MarkdownPlanner.Path(List.of(), OptionalDouble.empty());
                    default -> path(state, question, decision);
                };
        return new MarkdownPlan(question.wish(), decision, path.prices(), path.sellThrough());
    }

    /** The decision stands without a path too. */
    private MarkdownPlanner.Path path(ShopState state, MarkdownQuestion question, Decision<PriceChange> decision) {
        try {
            return planner.path(state, question, decision.action().map(PriceChange::to));
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("No path for the markdown of {} at revision {}", question.sku(), state.revision(), broken);
            return new MarkdownPlanner.Path(List.of(), OptionalDouble.empty());
        }
    }
}
