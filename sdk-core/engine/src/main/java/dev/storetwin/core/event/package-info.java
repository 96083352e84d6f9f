/**
 * Events as bytes, in which personal values are sealed.
 *
 * <p>Reads events and hands on the bytes that are compared, kept and journaled; reads bytes and hands on events.
 */
@NullMarked
package dev.storetwin.core.event;

import org.jspecify.annotations.NullMarked;
