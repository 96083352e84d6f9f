/**
 * Orders with less work: forecasts of before, or a simple method.
 *
 * <p>Reads `forecast` and `inventory`; hands planners to `decision`.
 */
@NullMarked
package dev.storetwin.core.inventory.thrift;

import org.jspecify.annotations.NullMarked;
