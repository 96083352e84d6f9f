/**
 * When to order and how much where demand is uncertain: reorder points with fixed lots, (r, Q), and with order-up-to levels, (s, S).
 *
 * <p>Reads costs and `demand`; hands out policies and what they are expected to cost.
 */
@NullMarked
package dev.storetwin.core.inventory.reorder;

import org.jspecify.annotations.NullMarked;
