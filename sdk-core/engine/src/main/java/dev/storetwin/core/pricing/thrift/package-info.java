/**
 * Price ladders with less work: models of before, or a simple method.
 *
 * <p>Reads `forecast` and `pricing`; hands planners to `decision`.
 */
@NullMarked
package dev.storetwin.core.pricing.thrift;

import org.jspecify.annotations.NullMarked;
