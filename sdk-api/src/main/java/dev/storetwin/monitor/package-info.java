/**
 * Was it right, and what did it take: key figures of the shop, the quality of what comes in, the cost of answers.
 *
 * <p>Reads `state`, refused events and budgets; hands on score cards, reports and alerts.
 */
@NullMarked
package dev.storetwin.monitor;

import org.jspecify.annotations.NullMarked;
