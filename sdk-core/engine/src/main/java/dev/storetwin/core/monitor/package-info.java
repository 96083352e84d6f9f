/**
 * Computes key figures of the shop.
 *
 * <p>Reads `state`; hands on score cards.
 */
@NullMarked
package dev.storetwin.core.monitor;

import org.jspecify.annotations.NullMarked;
