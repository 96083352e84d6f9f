package dev.storetwin.core;

import dev.storetwin.CoupledPrice;
import dev.storetwin.core.pricing.plan.PriceStatus;
import dev.storetwin.core.pricing.plan.PricedLine;
import dev.storetwin.core.pricing.together.TogetherItems;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.type.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One price of a plan as it is written down and told.
 *
 * @param priced   what the plan makes of it; empty for what had no part in it
 * @param decision as it is written down
 * @param told     as the host hears it: in the shadow, nothing is advised
 */
record PriceLine(
        SkuInChannel pair, Optional<PricedLine> priced, Decision<PriceChange> decision, Decision<PriceChange> told)
        implements TrailLine<PriceLine> {

    @Override
    public PriceLine failed(String reason) {
        var failed = decision.failed(reason);
        return new PriceLine(pair, priced, failed, failed);
    }

    /** Whether the plan changes its price, and the decision does not. */
    boolean isBroken() {
        return priced.filter(it -> it.after() != it.before()).isPresent()
                && decision.action().isEmpty();
    }

    CoupledPrice planned(TogetherItems items) {
        return new CoupledPrice(
                pair,
                told,
                priced.flatMap(it -> runnerUp(it, items)),
                priced.map(PricedLine::difference).orElse(OptionalDouble.empty()),
                priced.map(PricedLine::binding).orElse(List.of()),
                priced.filter(it -> it.status() == PriceStatus.INFEASIBLE).isPresent(),
                priced.flatMap(PricedLine::clash),
                priced.map(PricedLine::reason).orElseGet(() -> String.join("; ", told.reasons())));
    }

    private static Optional<Money> runnerUp(PricedLine line, TogetherItems items) {
        return line.runnerUp().isPresent()
                ? Optional.of(items.money(line.runnerUp().getAsLong()))
                : Optional.empty();
    }
}
