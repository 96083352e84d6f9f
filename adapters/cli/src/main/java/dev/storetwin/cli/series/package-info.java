/**
 * Series as files: reads what was sold period by period, hands on time series, and writes forecasts and scores.
 */
@NullMarked
package dev.storetwin.cli.series;

import org.jspecify.annotations.NullMarked;
