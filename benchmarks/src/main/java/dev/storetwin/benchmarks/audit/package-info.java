/**
 * What an audit trail costs to write, to check and to ask, and what it finds.
 *
 * <p>Reads nothing; prints figures.
 */
@NullMarked
package dev.storetwin.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
