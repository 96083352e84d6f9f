/**
 * Branches of the shop for what-if questions.
 *
 * <p>Reads a state; hands on states that nobody else sees.
 */
@NullMarked
package dev.storetwin.core.simulation;

import org.jspecify.annotations.NullMarked;
