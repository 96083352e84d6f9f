/**
 * Complex exponential smoothing: one model for levels, trends and seasons that need not be told apart.
 *
 * <p>Reads plain numbers; hands fitted methods to the combination.
 */
@NullMarked
package dev.storetwin.core.forecast.ces;

import org.jspecify.annotations.NullMarked;
