/**
 * What will happen, foretold: methods, their distributions, their combination and their judgement by replay.
 *
 * <p>Reads series made from `state`; hands forecasts to the planners of the capabilities.
 */
@NullMarked
package dev.storetwin.core.forecast;

import org.jspecify.annotations.NullMarked;
