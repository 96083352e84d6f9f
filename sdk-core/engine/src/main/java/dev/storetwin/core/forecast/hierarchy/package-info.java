/**
 * Forecasts that add up: of series, of their groups and of the total, made coherent.
 *
 * <p>Reads a hierarchy with forecasts and past errors of its nodes; hands on forecasts of the same nodes that agree.
 */
@NullMarked
package dev.storetwin.core.forecast.hierarchy;

import org.jspecify.annotations.NullMarked;
