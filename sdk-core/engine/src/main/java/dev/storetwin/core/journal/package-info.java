/**
 * The twin's durable memory as bytes: an append-only journal, snapshots beside it, one writer per directory.
 *
 * <p>Ground floor; knows the JDK only. Reads and hands on records as bytes, each under its position.
 */
@NullMarked
package dev.storetwin.core.journal;

import org.jspecify.annotations.NullMarked;
