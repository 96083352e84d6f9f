/**
 * What guardrails cost: to start, to ask, to replace.
 *
 * <p>Reads nothing; prints figures.
 */
@NullMarked
package dev.storetwin.benchmarks.guardrail;

import org.jspecify.annotations.NullMarked;
