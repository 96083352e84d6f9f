/**
 * Numbers: distributions, order statistics and one-dimensional search.
 *
 * <p>Ground floor; knows nothing of shops.
 */
@NullMarked
package dev.storetwin.core.numeric;

import org.jspecify.annotations.NullMarked;
