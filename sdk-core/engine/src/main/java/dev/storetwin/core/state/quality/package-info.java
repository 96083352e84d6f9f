/**
 * The look at an event before it is taken: what it cannot mean, what is odd about it, and where refused events wait.
 *
 * <p>Reads events and what the state knows; hands on notes and refusals. Nothing here is folded.
 */
@NullMarked
package dev.storetwin.core.state.quality;

import org.jspecify.annotations.NullMarked;
