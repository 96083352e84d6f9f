package dev.storetwin;

import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
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
}
