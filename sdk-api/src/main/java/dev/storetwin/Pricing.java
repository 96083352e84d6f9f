package dev.storetwin;

import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;

/** What to charge. */
public interface Pricing {

    /** The best price for now, within the guardrails. */
    Decision<PriceChange> recommend(Sku sku, Channel channel);

    /** The same for any state and moment, changing nothing. */
    Decider<PriceQuestion, PriceChange> decider();

    /**
     * The price of now for something that has to go by a date, within the guardrails, and the path that is planned from there. Takes tens of
     * milliseconds, several hundred with a sell-through wished. It never throws for what is missing: the decision's reasons tell it.
     */
    MarkdownPlan markdown(Sku sku, Channel channel, MarkdownWish wish);

    /** The price of now of a markdown for any state and moment, changing nothing. */
    Decider<MarkdownQuestion, PriceChange> markdownDecider();
}
