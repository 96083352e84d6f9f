/**
 * Exponential smoothing as state space models, with likelihood and automatic choice.
 *
 * <p>Reads plain numbers with gaps and the length of their season; hands on fitted methods.
 */
@NullMarked
package dev.storetwin.core.forecast.ets;

import org.jspecify.annotations.NullMarked;
