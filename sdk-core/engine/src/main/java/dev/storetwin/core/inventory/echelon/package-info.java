/**
 * Stock in several stages: where in a chain or a tree of suppliers it stands best, and how much of it.
 *
 * <p>Reads `demand`; hands echelon base stock levels and service times with their cost to whoever asks.
 */
@NullMarked
package dev.storetwin.core.inventory.echelon;

import org.jspecify.annotations.NullMarked;
