package dev.storetwin.core;

import dev.storetwin.core.decision.GuardedDecider.Weighed;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.pricing.together.TogetherQuestion;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.PriceChange;
import java.util.Optional;

/**
 * One price of a plan before anything is chosen.
 *
 * @param weighed all that it could be; empty where that broke
 * @param item    as the optimiser takes it; empty for what it cannot look at
 * @param alone   why it has no part in the plan, where it has none
 * @param failed  what is decided where something broke
 */
record WeighedPrice(
        TogetherQuestion question,
        Optional<Weighed<PriceChange>> weighed,
        Optional<PricedItem> item,
        String alone,
        Optional<Decision<PriceChange>> failed) {}
