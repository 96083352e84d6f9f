/**
 * Many prices of the twin's own shop, planned together.
 *
 * <p>Reads the state, what single price planners say and what guardrails let pass; hands on items that can be planned, and questions about what was planned.
 */
@NullMarked
package dev.storetwin.core.pricing.together;

import org.jspecify.annotations.NullMarked;
