/**
 * Weekly demand of many series that lend each other their season and their scatter.
 *
 * <p>Reads series and the groups they belong to; hands out one forecast for each.
 */
@NullMarked
package dev.storetwin.core.forecast.pooled;

import org.jspecify.annotations.NullMarked;
