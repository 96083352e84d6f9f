/** Where to stock at all: which sites to open and whom each serves, from costs and capacities to an answer with its proof. */
@NullMarked
package dev.storetwin.core.inventory.placement;

import org.jspecify.annotations.NullMarked;
