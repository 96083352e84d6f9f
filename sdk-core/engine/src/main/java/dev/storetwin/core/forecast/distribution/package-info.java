/**
 * Forecasts as distributions: means and spreads in, quantiles, lead-time demand and sample paths out.
 *
 * <p>Reads what a fitted method expects and how wrong it was; hands out the forecasts that planners ask.
 */
@NullMarked
package dev.storetwin.core.forecast.distribution;

import org.jspecify.annotations.NullMarked;
