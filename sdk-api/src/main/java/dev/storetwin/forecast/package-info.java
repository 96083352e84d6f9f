/**
 * What will happen: demand as a distribution, and how well a method would have foretold the past.
 *
 * <p>Reads histories; hands forecasts to the planners of the capabilities.
 */
@NullMarked
package dev.storetwin.forecast;

import org.jspecify.annotations.NullMarked;
