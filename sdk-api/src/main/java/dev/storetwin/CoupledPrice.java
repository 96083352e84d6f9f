package dev.storetwin;

import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceClash;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.type.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One price of a plan.
 *
 * @param decision   as it stands in the trail; to do nothing where the present price stays
 * @param runnerUp   the best other price that the guardrails and the rules on this price alone allow
 * @param difference by how much it is worse, with caution; below zero where only the other prices of the plan, or what they share, keep it away
 * @param binding    rules that keep a better price away, or forced a change
 * @param isStuck    whether its rules cannot hold, by themselves or within what is shared, so that the present price stays
 * @param clash      the rules that leave no price; empty where they leave one, or where only what is shared does not
 * @param reason     in words
 */
public record CoupledPrice(
        SkuInChannel pair,
        Decision<PriceChange> decision,
        Optional<Money> runnerUp,
        OptionalDouble difference,
        List<String> binding,
        boolean isStuck,
        Optional<PriceClash> clash,
        String reason) {

    public CoupledPrice {
        binding = List.copyOf(binding);
    }
}
