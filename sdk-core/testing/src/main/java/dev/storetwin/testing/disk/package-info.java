/**
 * A disk in memory that fails as real ones do.
 *
 * <p>Reads a seed and a plan of faults; hands on what would have survived.
 */
@NullMarked
package dev.storetwin.testing.disk;

import org.jspecify.annotations.NullMarked;
