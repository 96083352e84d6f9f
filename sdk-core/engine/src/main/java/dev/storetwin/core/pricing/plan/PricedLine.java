package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceClash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One price of a plan.
 *
 * @param before     in ticks
 * @param after      in ticks
 * @param expected   what this price is expected to bring, by the item's aim; empty where nobody can say
 * @param runnerUp   the best other price that the item's own rules allow, in ticks
 * @param difference by how much the runner-up is worse, by the least that both ends of the elasticity allow; below zero where only what is shared
 *                   with others keeps it away
 * @param binding    rules that keep a better price away, or forced a change
 * @param clash      the rules that leave no price; empty where they leave one, or where only what is shared does not
 * @param reason     in words
 */
public record PricedLine(
        PricedItem item,
        long before,
        long after,
        PriceStatus status,
        OptionalDouble expected,
        OptionalLong runnerUp,
        OptionalDouble difference,
        List<String> binding,
        Optional<PriceClash> clash,
        String reason) {

    public PricedLine {
        binding = List.copyOf(binding);
    }
}
