/**
 * Which units of one thing should move from node to node, and who gets what there is too little of.
 *
 * <p>Reads futures of demand, lanes and costs as numbers; hands units to move to `inventory`.
 */
@NullMarked
package dev.storetwin.core.inventory.transfer;

import org.jspecify.annotations.NullMarked;
