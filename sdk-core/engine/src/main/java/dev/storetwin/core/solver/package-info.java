/**
 * Optimisation kernels of the ground floor: linear and mixed integer programs behind a port, and networks and shares of what is scarce solved
 * right here.
 *
 * <p>Reads numbers and names; hands out plans that can be checked, or why there is none.
 */
@NullMarked
package dev.storetwin.core.solver;

import org.jspecify.annotations.NullMarked;
