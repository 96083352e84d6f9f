/**
 * From a proposal to a decision: judge every alternative, draw among what is left, say why.
 *
 * <p>Reads proposals, verdicts and probabilities; hands decisions to the front door.
 */
@NullMarked
package dev.storetwin.core.decision;

import org.jspecify.annotations.NullMarked;
