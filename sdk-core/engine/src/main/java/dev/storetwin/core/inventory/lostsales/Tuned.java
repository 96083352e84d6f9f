package dev.storetwin.core.inventory.lostsales;

/**
 * A policy with its best parameters, and what it costs.
 *
 * @param policy to order by
 * @param cost   of ordering by it
 */
public record Tuned<P extends LostSalesPolicy>(P policy, PolicyCost cost) {}
