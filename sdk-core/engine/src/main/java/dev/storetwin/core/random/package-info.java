/**
 * Chance that can be repeated: every draw is named by what it is for.
 *
 * <p>Ground floor; any room may draw here.
 */
@NullMarked
package dev.storetwin.core.random;

import org.jspecify.annotations.NullMarked;
