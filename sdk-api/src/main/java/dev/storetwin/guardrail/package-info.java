/**
 * What must not be crossed: the merchant's limits, their facts, and the verdict on every alternative.
 *
 * <p>Reads actions and facts; hands verdicts to `decision`.
 */
@NullMarked
package dev.storetwin.guardrail;

import org.jspecify.annotations.NullMarked;
