/**
 * What the forecasting methods have in common once they are fitted.
 *
 * <p>Reads plain numbers; hands fitted methods to the combination and the calibration.
 */
@NullMarked
package dev.storetwin.core.forecast.method;

import org.jspecify.annotations.NullMarked;
