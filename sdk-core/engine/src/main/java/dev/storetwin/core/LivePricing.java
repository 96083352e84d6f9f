package dev.storetwin.core;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.Pricing;
import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;

/** What to charge in the live shop. */
record LivePricing(LiveShop live, Desks desks) implements Pricing {

    @Override
    public Decision<PriceChange> recommend(Sku sku, Channel channel) {
        Arguments.given("sku, channel", sku, channel);
        return desks.prices().answer(new PriceQuestion(sku, channel, live.now()));
    }

    @Override
    public Decider<PriceQuestion, PriceChange> decider() {
        return desks.whatIf().prices();
    }

    @Override
    public MarkdownPlan markdown(Sku sku, Channel channel, MarkdownWish wish) {
        Arguments.given("sku, channel, wish", sku, channel, wish);
        return desks.markdowns().markdown(sku, channel, wish);
    }

    @Override
    public Decider<MarkdownQuestion, PriceChange> markdownDecider() {
        return desks.whatIf().markdowns().decider();
    }
}
