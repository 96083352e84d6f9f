/**
 * Forecasts of the series of files: of new ones from their like, and of all so that they add up.
 *
 * <p>Reads series with their attributes and hierarchy; hands on one forecast for each.
 */
@NullMarked
package dev.storetwin.cli.forecast;

import org.jspecify.annotations.NullMarked;
