/**
 * How fast forecasting methods are, and how right.
 *
 * <p>Reads series that it makes up; hands on CPU seconds and errors.
 */
@NullMarked
package dev.storetwin.benchmarks.forecasting;

import org.jspecify.annotations.NullMarked;
