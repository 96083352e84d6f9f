/**
 * How machines learn here, and where what they say comes from.
 *
 * <p>Reads `feature`; hands provenance to `forecast` and `decision`.
 */
@NullMarked
package dev.storetwin.model;

import org.jspecify.annotations.NullMarked;
