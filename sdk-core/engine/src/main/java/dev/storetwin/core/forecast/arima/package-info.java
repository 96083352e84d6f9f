/**
 * Automatic seasonal ARIMA with regressors.
 *
 * <p>Reads plain numbers, {@code NaN} for unknown; hands a fitted method to the combination and the calibration.
 */
@NullMarked
package dev.storetwin.core.forecast.arima;

import org.jspecify.annotations.NullMarked;
