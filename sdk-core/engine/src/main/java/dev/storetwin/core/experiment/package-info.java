/**
 * What is tried to learn: whether anything may be, what it costs, and which of the candidates is drawn.
 *
 * <p>Reads what the guardrails left, beliefs and the state; hands a drawing with all its probabilities to `decision`.
 */
@NullMarked
package dev.storetwin.core.experiment;

import org.jspecify.annotations.NullMarked;
