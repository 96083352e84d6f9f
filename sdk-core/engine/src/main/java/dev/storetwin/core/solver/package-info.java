/**
 * Programs that are solved exactly: flows of least cost through a network.
 *
 * <p>Knows no room; reads numbers, and hands the best ones on with what proves that they are.
 */
@NullMarked
package dev.storetwin.core.solver;

import org.jspecify.annotations.NullMarked;
