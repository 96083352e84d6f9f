/**
 * What will happen: demand as a distribution, and how well a method would have foretold the past.
 *
 * <p>Reads `state` and `model`; hands forecasts to the planners of the capabilities.
 */
@NullMarked
package dev.storetwin.forecast;

import org.jspecify.annotations.NullMarked;
