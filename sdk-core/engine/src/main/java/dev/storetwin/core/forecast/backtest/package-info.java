/**
 * How well methods would have foretold the past: replay from rolling origins, scores, and what wrong orders would have cost.
 *
 * <p>Reads series and forecasters; hands out one result for each method.
 */
@NullMarked
package dev.storetwin.core.forecast.backtest;

import org.jspecify.annotations.NullMarked;
