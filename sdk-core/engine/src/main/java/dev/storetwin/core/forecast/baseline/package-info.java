/**
 * What is ordinary in each period: level and season by means, for those who look at departures from it.
 *
 * <p>Reads plain arrays; hands levels to the estimates of stock-outs and effects.
 */
@NullMarked
package dev.storetwin.core.forecast.baseline;

import org.jspecify.annotations.NullMarked;
