/**
 * Many series at once, by as many threads as the host lends.
 *
 * <p>Reads series; hands out one forecast for each, in their order.
 */
@NullMarked
package dev.storetwin.core.forecast.panel;

import org.jspecify.annotations.NullMarked;
