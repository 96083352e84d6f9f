/**
 * Proofs about decisions.
 *
 * <p>Reads the engine; prints figures.
 */
@NullMarked
package dev.storetwin.benchmarks.decision;

import org.jspecify.annotations.NullMarked;
