/**
 * Values as bytes: the same value always gives the same bytes, and what one version wrote a later one reads.
 *
 * <p>Reads records and bytes; hands on bytes and records. Knows no file.
 */
@NullMarked
package dev.storetwin.core.binary;

import org.jspecify.annotations.NullMarked;
