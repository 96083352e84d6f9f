/**
 * What if: a branch of the shop that events can change freely while the live twin goes on undisturbed.
 *
 * <p>Reads a state and a `Decider`; hands on states and decisions that nobody carries out.
 */
@NullMarked
package dev.storetwin.simulation;

import org.jspecify.annotations.NullMarked;
