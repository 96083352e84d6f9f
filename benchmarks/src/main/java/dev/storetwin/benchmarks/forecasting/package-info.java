/**
 * How fast forecasting methods are.
 *
 * <p>Reads series that it makes up; hands on CPU seconds.
 */
@NullMarked
package dev.storetwin.benchmarks.forecasting;

import org.jspecify.annotations.NullMarked;
