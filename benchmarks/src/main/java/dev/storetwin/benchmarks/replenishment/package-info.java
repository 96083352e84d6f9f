/**
 * What weekly order policies would have cost on a chain's own past.
 *
 * <p>Reads weekly sales, in-stock flags and a master file; hands on costs per window.
 */
@NullMarked
package dev.storetwin.benchmarks.replenishment;

import org.jspecify.annotations.NullMarked;
