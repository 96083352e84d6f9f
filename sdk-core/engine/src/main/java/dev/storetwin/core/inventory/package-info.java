/**
 * What to order: stock projected over futures of demand, and the quantity that costs least over them.
 *
 * <p>Reads `state` and `forecast`; hands scored quantities to `guardrail` and `decision`.
 */
@NullMarked
package dev.storetwin.core.inventory;

import org.jspecify.annotations.NullMarked;
