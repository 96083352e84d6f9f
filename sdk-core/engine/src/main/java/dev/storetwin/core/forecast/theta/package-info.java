/**
 * The Theta family, on a series without season.
 *
 * <p>Reads plain numbers; hands fitted methods to the combination and the pick.
 */
@NullMarked
package dev.storetwin.core.forecast.theta;

import org.jspecify.annotations.NullMarked;
