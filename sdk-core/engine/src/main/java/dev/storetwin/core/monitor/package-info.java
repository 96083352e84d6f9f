/**
 * Watches the twin: key figures of the shop, the quality of what comes in, what answers cost.
 *
 * <p>Reads `state`, refused events and budgets; hands on score cards and reports, and to the root how much work an answer may take.
 */
@NullMarked
package dev.storetwin.core.monitor;

import org.jspecify.annotations.NullMarked;
