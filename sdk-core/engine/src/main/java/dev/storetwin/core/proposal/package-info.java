/**
 * How proposals come about: by one planner, or by cheaper ones when cost has to be saved.
 *
 * <p>Reads `model` and `forecast`; hands planners to the rooms of the capabilities and to `decision`.
 */
@NullMarked
package dev.storetwin.core.proposal;

import org.jspecify.annotations.NullMarked;
