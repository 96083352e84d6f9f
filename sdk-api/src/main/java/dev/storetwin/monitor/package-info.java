/**
 * Was it right: key figures of the shop and of the twin's decisions.
 *
 * <p>Reads `state` and decisions; hands on score cards.
 */
@NullMarked
package dev.storetwin.monitor;

import org.jspecify.annotations.NullMarked;
