/**
 * How long a shop's plan takes.
 *
 * <p>Reads a shop that it makes up; hands on seconds.
 */
@NullMarked
package dev.storetwin.benchmarks.planning;

import org.jspecify.annotations.NullMarked;
