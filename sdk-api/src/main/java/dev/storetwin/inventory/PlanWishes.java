package dev.storetwin.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a plan of many orders is to cover.
 *
 * @param pairs  to plan, none twice; empty for every SKU whose stock is counted, at every active node that holds, awaits or owes it
 * @param limits that the orders share; an order that cannot be weighed against one of its limits, as its cost or size is not known, is not
 *               made
 */
public record PlanWishes(PlanTier tier, Optional<List<SkuAtNode>> pairs, List<PlanLimit> limits) {

    public PlanWishes {
        pairs = pairs.map(List::copyOf);
        limits = List.copyOf(limits);
        pairs.ifPresent(PlanWishes::requireDifferent);
        requireDifferent(limits.stream().map(PlanLimit::name).toList());
    }

    private static void requireDifferent(List<?> things) {
        if (things.stream().distinct().count() < things.size()) {
            throw new IllegalArgumentException(
                    "A plan has each pair and each limit once.\nMaybe two lists were joined that overlap.");
        }
    }

    /** All pairs, without limits, in seconds. */
    public static PlanWishes fast() {
        return new PlanWishes(PlanTier.FAST, Optional.empty(), List.of());
    }

    /** All pairs, without limits, by the usual forecasts. */
    public static PlanWishes full() {
        return new PlanWishes(PlanTier.FULL, Optional.empty(), List.of());
    }

    /** The same for these pairs alone. */
    public PlanWishes only(List<SkuAtNode> some) {
        return new PlanWishes(tier, Optional.of(some), limits);
    }

    /** The same within one limit more. */
    public PlanWishes within(PlanLimit limit) {
        var all = new ArrayList<>(limits);
        all.add(limit);
        return new PlanWishes(tier, pairs, all);
    }
}
