/**
 * Records that are hardly ever asked for, on disk and sorted, so that they need next to no heap.
 *
 * <p>Reads and writes files through the disk's seam; hands on the bytes that lie under a fingerprint.
 */
@NullMarked
package dev.storetwin.core.journal.archive;

import org.jspecify.annotations.NullMarked;
