/**
 * The front door: the live shop, the desks that answer, who may act and how, and the builder that plugs the rooms together.
 *
 * <p>Reads the host's options, events and questions; hands on a ready twin, and its decisions.
 */
@NullMarked
package dev.storetwin.core;

import org.jspecify.annotations.NullMarked;
