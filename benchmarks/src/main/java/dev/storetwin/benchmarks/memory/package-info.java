/**
 * How fast and how small the twin's memory is.
 *
 * <p>Reads events that it makes up; hands on figures, and fails where an answer is wrong.
 */
@NullMarked
package dev.storetwin.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
