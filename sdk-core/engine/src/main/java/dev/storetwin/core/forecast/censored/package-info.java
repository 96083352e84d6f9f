/**
 * What demand was behind stock-outs: a period that sold out says "at least this many".
 *
 * <p>Reads sales and in-stock flags as plain arrays; hands completed values and their uncertainty to the forecasting methods.
 */
@NullMarked
package dev.storetwin.core.forecast.censored;

import org.jspecify.annotations.NullMarked;
