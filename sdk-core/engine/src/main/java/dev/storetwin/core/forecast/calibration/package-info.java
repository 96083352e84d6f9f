/**
 * How wrong a method is, by what it got wrong: the spread of its theory, corrected by its own past.
 *
 * <p>Reads fitted methods and what was seen; hands spreads and shapes of errors to the distributions.
 */
@NullMarked
package dev.storetwin.core.forecast.calibration;

import org.jspecify.annotations.NullMarked;
