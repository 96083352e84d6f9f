/**
 * How fast and how well demand is foretold.
 *
 * <p>Reads series and hierarchies that it makes up or finds; hands on seconds and errors.
 */
@NullMarked
package dev.storetwin.benchmarks.forecasting;

import org.jspecify.annotations.NullMarked;
