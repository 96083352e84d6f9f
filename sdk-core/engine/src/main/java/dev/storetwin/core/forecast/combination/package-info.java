/**
 * Methods put together: several methods into one, and a season put on a method that knows none.
 *
 * <p>Reads plain numbers and fitted methods; hands out one fitted method.
 */
@NullMarked
package dev.storetwin.core.forecast.combination;

import org.jspecify.annotations.NullMarked;
