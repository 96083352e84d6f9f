/**
 * Demand as the text-book models know it: a distribution over whole units per period, or a rate per unit of time.
 *
 * <p>Reads nothing; hands probabilities, sums of periods and drawn numbers to the models beside it.
 */
@NullMarked
package dev.storetwin.core.inventory.demand;

import org.jspecify.annotations.NullMarked;
