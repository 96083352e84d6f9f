package dev.storetwin.core;

import dev.storetwin.PricePlan;
import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.state.Workers;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.proposal.PlanWatch;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Plans many prices together, about the live shop.
 *
 * @param live     whose state is planned for
 * @param deciders who decide each price, on nobody's budget
 * @param control  how far the twin may go
 * @param gate     the guardrails in force
 * @param workers  who plan side by side
 */
record PricePlanDesk(LiveShop live, Deciders deciders, Control control, Supplier<Gate> gate, Workers workers) {

    /** @param asked what is to be asked of each price at a moment */
    PricePlan plan(PriceWishes wishes, PlanWatch watch, BiFunction<SkuInChannel, Instant, PriceQuestion> asked) {
        live.requireMayWait("Pricing.plan");
        var moment = PlanMoment.of(live.state(), live.now(), gate.get());
        return new PricePlanRun(this, wishes, moment, watch, asked).made();
    }
}
