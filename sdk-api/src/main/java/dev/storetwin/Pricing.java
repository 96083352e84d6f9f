package dev.storetwin;

import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.pricing.PromotionEffect;
import dev.storetwin.pricing.PromotionOutlook;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.pricing.PromotionQuestion;
import dev.storetwin.proposal.PlanWatch;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
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
     * What demand is expected to answer to the price of now and to others, beside what was sold. Nothing is decided, written down or charged
     * to a budget.
     */
    DemandCurve curve(Sku sku, Channel channel);

    /** The same for any state and moment. */
    DemandCurve curve(TwinState state, PriceQuestion question);

    /**
     * What would come of a price: what it is expected to sell and to bring, what the guardrails would say, and how it stands against the
     * present and the recommended one. Any price may be asked about; one that makes no sense is answered with why.
     */
    PriceWhatIf whatIf(Sku sku, Channel channel, Money price);

    /** The same for any state and moment. */
    PriceWhatIf whatIf(TwinState state, PriceQuestion question, Money price);

    /**
     * The price of now for something that has to go by a date, within the guardrails, and the path that is planned from there. Much more work
     * than one recommendation, most with a sell-through wished. It never throws for what is missing: the decision's reasons tell it.
     */
    MarkdownPlan markdown(Sku sku, Channel channel, MarkdownWish wish);

    /**
     * Prices of many things at once, under rules that may tie them to each other. Prices that the guardrails do not let pass, or that wait for somebody's yes,
     * are none that the plan can take; what nobody knows the elasticity of keeps its price. Takes seconds for thousands, in this thread and on the executor
     * that the host lent; it is on nobody's cost budget. What cannot be planned is a line that says why, never an exception; where one price breaks that others
     * count on, or the trail cannot be written, none changes. Nothing is tried to learn.
     *
     * @param watch hears how far it is, and may stop it: then nothing is decided
     */
    PricePlan plan(PriceWishes wishes, PlanWatch watch);

    /** The same, unwatched. */
    default PricePlan plan(PriceWishes wishes) {
        return plan(wishes, PlanWatch.PATIENT);
    }

    /** The price of now of a markdown for any state and moment, changing nothing. */
    Decider<MarkdownQuestion, PriceChange> markdownDecider();

    /**
     * What a promotion did, after the fact: units sold more and elsewhere less, and what is left in money, each with bounds; or why nobody
     * knows. Looks at two years of days, and takes seconds. Nothing is decided or written down.
     */
    PromotionEffect promotionEffect(PromotionQuestion question);

    /** The same for every SKU and channel that a campaign covers and that has a price there, in order; empty for one that is not known. */
    List<PromotionEffect> promotionEffects(PromotionId promotion);

    /** What a planned promotion is expected to do, as promotions of the SKU and its like did; or why nobody knows. */
    PromotionOutlook promotionOutlook(PromotionPlan plan);
}
