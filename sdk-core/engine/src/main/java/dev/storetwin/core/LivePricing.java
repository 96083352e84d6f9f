package dev.storetwin.core;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.PricePlan;
import dev.storetwin.PriceWhatIf;
import dev.storetwin.Pricing;
import dev.storetwin.core.pricing.promotion.ShopPromotions;
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

/**
 * What to charge in the live shop.
 *
 * @param returns    what units are expected to cost by coming back
 * @param elasticity where other rooms look up how demand answers to price
 * @param promotions who knows what promotions did, and what planned ones may do
 */
record LivePricing(LiveShop live, Desks desks, ReturnCost returns, OwnElasticity elasticity, ShopPromotions promotions)
        implements Pricing {

    @Override
    public Decision<PriceChange> recommend(Sku sku, Channel channel) {
        Arguments.given("sku, channel", sku, channel);
        return elasticity.published(desks.prices().answer(question(sku, channel)));
    }

    @Override
    public Decider<PriceQuestion, PriceChange> decider() {
        return desks.whatIf().prices();
    }

    @Override
    public DemandCurve curve(Sku sku, Channel channel) {
        Arguments.given("sku, channel", sku, channel);
        return prices().curve(live.state(), question(sku, channel));
    }

    @Override
    public DemandCurve curve(TwinState state, PriceQuestion question) {
        Arguments.given("state, question", state, question);
        return prices().curve(state, question);
    }

    @Override
    public PriceWhatIf whatIf(Sku sku, Channel channel, Money price) {
        Arguments.given("sku, channel, price", sku, channel, price);
        return prices().whatIf(live.state(), question(sku, channel), price);
    }

    @Override
    public PriceWhatIf whatIf(TwinState state, PriceQuestion question, Money price) {
        Arguments.given("state, question, price", state, question, price);
        return prices().whatIf(state, question, price);
    }

    @Override
    public MarkdownPlan markdown(Sku sku, Channel channel, MarkdownWish wish) {
        Arguments.given("sku, channel, wish", sku, channel, wish);
        var now = live.now();
        return desks.markdowns().markdown(new MarkdownQuestion(sku, channel, wish, now, returns.of(sku, channel, now)));
    }

    @Override
    public PricePlan plan(PriceWishes wishes, PlanWatch watch) {
        Arguments.given("wishes, watch", wishes, watch);
        var plan = desks.pricePlans()
                .plan(
                        wishes,
                        watch,
                        (pair, asOf) -> new PriceQuestion(
                                pair.sku(), pair.channel(), asOf, returns.of(pair.sku(), pair.channel(), asOf)));
        plan.lines().forEach(it -> elasticity.published(it.decision()));
        return plan;
    }

    @Override
    public Decider<MarkdownQuestion, PriceChange> markdownDecider() {
        return desks.whatIf().markdowns().decider();
    }

    @Override
    public PromotionEffect promotionEffect(PromotionQuestion question) {
        Arguments.given("question", question);
        return promotions.effect(live.state(), question, live.now());
    }

    @Override
    public List<PromotionEffect> promotionEffects(PromotionId promotion) {
        Arguments.given("promotion", promotion);
        return promotions.effects(live.state(), promotion, live.now());
    }

    @Override
    public PromotionOutlook promotionOutlook(PromotionPlan plan) {
        Arguments.given("plan", plan);
        return promotions.outlook(live.state(), plan, live.now());
    }

    private PriceQuestion question(Sku sku, Channel channel) {
        var now = live.now();
        return new PriceQuestion(sku, channel, now, returns.of(sku, channel, now));
    }

    private AskedPrices prices() {
        return new AskedPrices(desks.whatIf());
    }
}
