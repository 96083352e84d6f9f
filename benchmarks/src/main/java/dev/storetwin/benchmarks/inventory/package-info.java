/**
 * How fast and how good orders are planned.
 *
 * <p>Reads events that it makes up; hands on figures, and fails where an answer is wrong.
 */
@NullMarked
package dev.storetwin.benchmarks.inventory;

import org.jspecify.annotations.NullMarked;
