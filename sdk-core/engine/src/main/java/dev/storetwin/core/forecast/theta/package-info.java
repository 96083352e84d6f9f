/**
 * The Theta family, on a series without season.
 *
 * <p>Reads plain numbers; hands fitted methods to the combination.
 */
@NullMarked
package dev.storetwin.core.forecast.theta;

import org.jspecify.annotations.NullMarked;
