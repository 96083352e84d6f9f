/**
 * What is true now, read-only: one immutable root with a view per part of the shop.
 *
 * <p>Folded from `event`; read by every room that follows.
 */
@NullMarked
package dev.storetwin.state;

import org.jspecify.annotations.NullMarked;
