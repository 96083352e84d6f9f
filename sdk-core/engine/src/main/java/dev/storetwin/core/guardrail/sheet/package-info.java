/**
 * Reads the tables of a rule folder: limits, and rules of which each is a row.
 *
 * <p>Reads a rule set; hands DRL to the rule compiler and limits to the guardrails.
 */
@NullMarked
package dev.storetwin.core.guardrail.sheet;

import org.jspecify.annotations.NullMarked;
