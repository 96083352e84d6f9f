/**
 * What will be done, and why.
 *
 * <p>Reads proposals and verdicts; hands decisions to the host, to `audit` and to `platform`.
 */
@NullMarked
package dev.storetwin.decision;

import org.jspecify.annotations.NullMarked;
