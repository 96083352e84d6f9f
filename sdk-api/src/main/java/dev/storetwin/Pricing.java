package dev.storetwin;

import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.PromotionEffect;
import dev.storetwin.pricing.PromotionQuestion;
import dev.storetwin.type.Channel;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Sku;
import java.util.List;

/** What to charge. */
public interface Pricing {

    /** The best price for now, within the guardrails. */
    Decision<PriceChange> recommend(Sku sku, Channel channel);

    /** The same for any state and moment, changing nothing. */
    Decider<PriceQuestion, PriceChange> decider();

    /**
     * What a promotion did, after the fact: units sold more and elsewhere less, and what is left in money, each with bounds; or why nobody
     * knows. Looks at two years of days, and takes seconds. Nothing is decided or written down.
     */
    PromotionEffect promotionEffect(PromotionQuestion question);

    /** The same for every SKU and channel that a campaign covers and that has a price there, in order; empty for one that is not known. */
    List<PromotionEffect> promotionEffects(PromotionId promotion);
}
