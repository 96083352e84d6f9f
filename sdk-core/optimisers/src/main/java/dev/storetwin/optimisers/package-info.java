/** Behind {@code core.solver}: ojAlgo's simplex method, and on top of it a branch and bound that keeps the house's limits. */
@NullMarked
package dev.storetwin.optimisers;

import org.jspecify.annotations.NullMarked;
