/**
 * How methods compare, as a page to look at.
 *
 * <p>Reads the scores of a backtest and a few of its forecasts; hands on one self-contained HTML page.
 */
@NullMarked
package dev.storetwin.cli.backtest;

import org.jspecify.annotations.NullMarked;
