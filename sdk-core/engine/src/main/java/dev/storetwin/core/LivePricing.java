package dev.storetwin.core;

import dev.storetwin.PriceWhatIf;
import dev.storetwin.Pricing;
import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
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
    public DemandCurve curve(Sku sku, Channel channel) {
        Arguments.given("sku, channel", sku, channel);
        return prices().curve(live.state(), new PriceQuestion(sku, channel, live.now()));
    }

    @Override
    public DemandCurve curve(TwinState state, PriceQuestion question) {
        Arguments.given("state, question", state, question);
        return prices().curve(state, question);
    }

    @Override
    public PriceWhatIf whatIf(Sku sku, Channel channel, Money price) {
        Arguments.given("sku, channel, price", sku, channel, price);
        return prices().whatIf(live.state(), new PriceQuestion(sku, channel, live.now()), price);
    }

    @Override
    public PriceWhatIf whatIf(TwinState state, PriceQuestion question, Money price) {
        Arguments.given("state, question, price", state, question, price);
        return prices().whatIf(state, question, price);
    }

    private AskedPrices prices() {
        return new AskedPrices(desks.whatIf());
    }
}
