/**
 * The plain methods that every other one has to beat: the last value, the last season, the mean.
 *
 * <p>Reads plain numbers; hands fitted methods to the combination and the calibration.
 */
@NullMarked
package dev.storetwin.core.forecast.naive;

import org.jspecify.annotations.NullMarked;
