/**
 * The ports behind which personal values are sealed.
 *
 * <p>Reads plain text for a moment; hands on sealed bytes. The library that seals lives in an artifact of its own.
 */
@NullMarked
package dev.storetwin.core.crypto;

import org.jspecify.annotations.NullMarked;
