/**
 * What a twin remembers for good: its journal, the images of its state, the documents that are not fresh, and the past that can be asked of them.
 *
 * <p>Reads events and states; hands on a state that is the same after a crash.
 */
@NullMarked
package dev.storetwin.core.memory;

import org.jspecify.annotations.NullMarked;
