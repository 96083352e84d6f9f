/**
 * How fast and how well stock is ordered, placed and moved.
 *
 * <p>Reads the engine; prints figures for `docs/evidence`.
 */
@NullMarked
package dev.storetwin.benchmarks.inventory;

import org.jspecify.annotations.NullMarked;
