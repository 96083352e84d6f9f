/**
 * Orders of many SKUs and nodes that share budgets and space: what each brings, what it takes, and what is left for it.
 *
 * <p>Reads `inventory`; hands allotments to the plan and planners that keep to them to `decision`.
 */
@NullMarked
package dev.storetwin.core.inventory.plan;

import org.jspecify.annotations.NullMarked;
