/**
 * How a series divides into trend, seasons and rest, and which seasons it really has.
 *
 * <p>Reads plain numbers; hands adjusted values and the season to come to the forecasting methods.
 */
@NullMarked
package dev.storetwin.core.forecast.season;

import org.jspecify.annotations.NullMarked;
