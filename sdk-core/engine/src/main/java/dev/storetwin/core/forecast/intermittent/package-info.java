/**
 * Forecasts of slow sellers as real distributions: intermittent-demand methods, and a stack of count distributions as the default.
 *
 * <p>Reads histories of one thing or of many peers; hands on forecasts whose quantiles, sums and paths belong together.
 */
@NullMarked
package dev.storetwin.core.forecast.intermittent;

import org.jspecify.annotations.NullMarked;
