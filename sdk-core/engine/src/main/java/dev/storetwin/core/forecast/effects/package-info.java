/**
 * What prices, promotions, holidays and other columns do to sales.
 *
 * <p>Reads series with their regressors; hands on sales as they would have been without, and what to put on a forecast.
 */
@NullMarked
package dev.storetwin.core.forecast.effects;

import org.jspecify.annotations.NullMarked;
