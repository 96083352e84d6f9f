/**
 * A history made ready for fitting: what says nothing about demand is left out, and what is not demand is taken off.
 *
 * <p>Reads series; hands plain numbers to the methods.
 */
@NullMarked
package dev.storetwin.core.forecast.history;

import org.jspecify.annotations.NullMarked;
