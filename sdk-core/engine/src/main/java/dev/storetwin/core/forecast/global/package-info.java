/**
 * One model for all series of a panel: what none is long enough to show, many show together.
 *
 * <p>Reads series and what is known ahead of them; learns through the port {@code Learner}; hands out one forecast for each.
 */
@NullMarked
package dev.storetwin.core.forecast.global;

import org.jspecify.annotations.NullMarked;
