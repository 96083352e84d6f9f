/**
 * What the forecasts are worth, measured.
 *
 * <p>Reads the engine alone; prints tables.
 */
@NullMarked
package dev.storetwin.benchmarks.forecasting;

import org.jspecify.annotations.NullMarked;
