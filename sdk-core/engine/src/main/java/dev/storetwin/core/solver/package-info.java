/**
 * What is best under limits: own kernels for what has to be fast.
 *
 * <p>Reads plain numbers; hands on how much of each.
 */
@NullMarked
package dev.storetwin.core.solver;

import org.jspecify.annotations.NullMarked;
