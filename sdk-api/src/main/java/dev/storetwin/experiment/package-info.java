/**
 * Who gets what: draws among what the guardrails left, with the probability of each.
 *
 * <p>Reads judged alternatives; hands probabilities and draws to `decision`.
 */
@NullMarked
package dev.storetwin.experiment;

import org.jspecify.annotations.NullMarked;
